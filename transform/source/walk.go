package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Walk reads the inputs and gives every article to emit, in order, and what is wrong with a single article or file to skip. An error of
// emit or of ctx ends it and is returned; so does an input that is missing, a glob without match, or two inputs with one source, before
// any article is read. stdin is read for the input "-".
func Walk(ctx context.Context, inputs []string, stdin io.Reader, o Options, emit func(Raw) error, skip func(error)) (Summary, error) {
	files, ignored, err := list(inputs)
	w := &walker{ctx: ctx, o: o, emit: emit, skip: skip, sum: Summary{Ignored: ignored}}
	if err != nil {
		return w.sum, err
	}
	for _, f := range files {
		if err := w.file(f, stdin); err != nil {
			return w.sum, err
		}
	}
	return w.sum, nil
}

type walker struct {
	ctx  context.Context
	o    Options
	emit func(Raw) error
	skip func(error)
	sum  Summary
}

// stop is an error that ends the walk: it comes from emit or ctx, not from the input.
type stop struct{ error }

func (s stop) Unwrap() error { return s.error }

// file reads one file. It returns only errors that end the walk.
func (w *walker) file(f file, stdin io.Reader) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if w.o.Open != nil && w.o.Open(f.public()) {
		w.sum.Files++
		return nil
	}
	err := checkName(f.source)
	if err == nil && f.path != "-" && f.kind.format == "" {
		err = errors.New(f.kind.advice)
	}
	if err == nil {
		w.sum.Files++
		err = w.open(f, stdin)
	}
	var s stop
	if errors.As(err, &s) {
		return s.error
	}
	if err != nil {
		w.fail(f.path, 0, err)
	}
	return nil
}

// public says of a file what Options.Open is told, as it stands before it is read.
func (f file) public() File {
	p := File{Source: f.source, Path: f.path}
	if f.path != "-" {
		if info, err := os.Stat(f.path); err == nil && info.Mode().IsRegular() {
			p.Info = info
		}
	}
	return p
}

// fail reports an article or file that is skipped.
func (w *walker) fail(file string, line int, err error) {
	w.sum.Skipped++
	var path *fs.PathError
	if errors.As(err, &path) { // its text would repeat the name
		err = fmt.Errorf("%s: %w", path.Op, path.Err)
	}
	if placed := (*Error)(nil); errors.As(err, &placed) && placed.File != "" {
		w.skip(placed)
		return
	}
	w.skip(&Error{File: file, Line: line, Err: err})
}

// give completes r with what is known from elsewhere, and hands it on.
func (w *walker) give(r Raw) error {
	if err := w.ctx.Err(); err != nil {
		return stop{err}
	}
	w.o.complete(&r)
	w.sum.Articles++
	if err := w.emit(r); err != nil {
		return stop{err}
	}
	return nil
}

func (w *walker) open(f file, stdin io.Reader) error {
	in := stdin
	if f.path != "-" {
		opened, err := os.Open(f.path)
		if err != nil {
			return err
		}
		defer opened.Close()
		if info, err := opened.Stat(); err == nil && info.IsDir() {
			return errors.New("is a folder")
		}
		in = opened
	}
	r, closeAll, err := unpack(bufio.NewReaderSize(in, 64<<10), f.kind.packed)
	if err != nil {
		return err
	}
	defer closeAll()
	format := f.kind.format
	if f.path == "-" {
		format = sniff(r)
	}
	switch format {
	case JSON, Lines:
		return w.records(f, r, format)
	}
	return w.whole(f, r, format)
}

// sniff guesses the format of standard input: JSON begins with a brace or bracket.
func sniff(r *bufio.Reader) Format {
	head, _ := r.Peek(4096)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	switch {
	case len(head) > 0 && head[0] == '[':
		return JSON
	case len(head) > 0 && head[0] == '{':
		return Lines
	}
	return Text
}

// whole reads a file that is one article.
func (w *walker) whole(f file, r io.Reader, format Format) error {
	data, err := readAll(r, w.o.maxBytes())
	if err != nil {
		return err
	}
	text, repaired, err := Decode(data)
	if err != nil {
		return err
	}
	raw := Raw{Source: f.source, File: f.path, Line: 1, Format: format, Ordinal: 1, Text: text, Repaired: repaired, RawSHA256: hashText(text)}
	if format == Markdown {
		if err := fromMarkdown(&raw); err != nil {
			return err
		}
	}
	if isBlank(raw.Text) {
		return ErrEmpty
	}
	return w.give(raw)
}

// readAll reads r up to limit bytes, and is an error beyond.
func readAll(r io.Reader, limit int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(data) > limit {
		err = tooLong(limit)
	}
	return data, err
}

func tooLong(limit int) error {
	return fmt.Errorf("an article of more than %d MB; split it", limit>>20)
}
