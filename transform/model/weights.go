package model

import (
	"bytes"
	"compress/flate"
	"embed"
	"fmt"
	"io"
	"strings"
)

//go:embed weights/*
var embedded embed.FS

// File is a weights file: a header of "# key: value" lines that a reader can see with head, an empty line, and the compressed bytes.
type File struct {
	Header  []string // "key: value"
	Payload []byte   // not compressed
}

// Bytes gives the file as it is stored. The same File gives the same bytes.
func (f File) Bytes() []byte {
	var b bytes.Buffer
	for _, h := range f.Header {
		fmt.Fprintf(&b, "# %s\n", h)
	}
	b.WriteByte('\n')
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		panic(err) // only for a level that does not exist
	}
	w.Write(f.Payload) // a bytes.Buffer never fails
	w.Close()
	return b.Bytes()
}

// ParseFile reads what Bytes wrote.
func ParseFile(data []byte) (File, error) {
	var f File
	head, body, ok := bytes.Cut(data, []byte("\n\n"))
	if !ok {
		return f, fmt.Errorf("no empty line behind the header")
	}
	for line := range strings.Lines(string(head)) {
		f.Header = append(f.Header, strings.TrimPrefix(strings.TrimSuffix(line, "\n"), "# "))
	}
	var err error
	f.Payload, err = io.ReadAll(flate.NewReader(bytes.NewReader(body)))
	return f, err
}

// load reads an embedded file. It panics on a bad one: it is part of the program.
func load(name string) []byte {
	data, err := embedded.ReadFile("weights/" + name)
	if err != nil {
		panic(err)
	}
	f, err := ParseFile(data)
	if err != nil {
		panic(fmt.Sprintf("weights/%s: %v", name, err))
	}
	return f.Payload
}
