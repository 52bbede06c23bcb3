package transform

// Fingerprint stands for the row types, rules, lexicons and weights of this version: a record that another fingerprint made is not used
// again. Made by `go test ./transform -run Fingerprint -update`.
const Fingerprint = "2822adc2007ef25b88378287c9b8d332"
