package transform

// Fingerprint stands for the row types, rules, lexicons and weights of this version: a record that another fingerprint made is not used
// again. Made by `go test ./transform -run Fingerprint -update`.
const Fingerprint = "98c946e9dcd96344aede4aa8627f82e3"
