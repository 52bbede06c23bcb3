package transform

// Fingerprint stands for the row types, rules, lexicons and weights of this version: a record that another fingerprint made is not used
// again. Made by `go test ./transform -run Fingerprint -update`.
const Fingerprint = "fb80deba06b6ca0c5dec74284cc497b6"
