package transform

// Fingerprint stands for the rules, lexicons and weights of this version: a record that another fingerprint made is not used again.
const Fingerprint = "dev"
