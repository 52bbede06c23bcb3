package schema

// Version is the semantic version of the tables and columns: a column that comes raises the second number, one that goes or changes its
// meaning the first. Every dataset states it.
const Version = "1.1.0"
