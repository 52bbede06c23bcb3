package transform

// Fingerprint stands for the row types, rules, lexicons and weights of this version: a record that another fingerprint made is not used
// again. Made by `go test ./transform -run Fingerprint -update`.
const Fingerprint = "f0bc86365484b893cb0cc111e7fc3357"
