package transform

// Fingerprint stands for the row types, rules, lexicons and weights of this version: a record that another fingerprint made is not used
// again. Made by `go test ./transform -run Fingerprint -update`.
const Fingerprint = "fb95c3bdff040a2fd04feca25338b12f"
