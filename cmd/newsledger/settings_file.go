package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
	"github.com/urfave/cli/v2"
)

// fromFile sets what flags and environment left open from the file of settings.
func fromFile(c *cli.Context, settings []setting) error {
	path := settingsFile
	if c.IsSet("config") {
		path = c.String("config")
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && !c.IsSet("config") {
		return nil
	}
	if err != nil {
		return err
	}
	values, lines, err := parseSettings(path, data)
	if err != nil {
		return err
	}
	for i := range settings {
		s := &settings[i]
		value, there := values[s.name]
		if !there || s.from != fromDefault {
			continue
		}
		s.from = fmt.Sprintf("%s:%d", path, lines[s.name])
		text, ok := textOf(s.flag, value)
		if !ok || s.set(c, text) != nil {
			return fmt.Errorf("%s: %s = %s: want %s", s.from, s.name, written(value), wanted(s.flag))
		}
	}
	return nil
}

// parseSettings reads a file of settings: what each key is set to, and the line where it stands. A key that is no setting is an error that
// names the nearest one.
func parseSettings(path string, data []byte) (values map[string]any, lines map[string]int, err error) {
	if err := toml.Unmarshal(data, &values); err != nil {
		var at *toml.DecodeError
		if errors.As(err, &at) {
			line, column := at.Position()
			return nil, nil, fmt.Errorf("%s:%d:%d: %w", path, line, column, err)
		}
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	lines = map[string]int{}
	names := settingNames()
	var p unstable.Parser
	for p.Reset(data); p.NextExpression(); {
		e := p.Expression()
		key := keyOf(e)
		line := lineOf(&p, e)
		switch {
		case e.Kind != unstable.KeyValue:
			return nil, nil, fmt.Errorf("%s:%d: [%s]: settings stand at the top, without sections", path, line, key)
		case key == "config":
			return nil, nil, fmt.Errorf("%s:%d: config: a file of settings names no other", path, line)
		}
		if err := known(key, names); err != nil {
			return nil, nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		lines[key] = line
	}
	return values, lines, p.Error()
}

func keyOf(e *unstable.Node) string {
	var parts []string
	for k := e.Key(); k.Next(); {
		parts = append(parts, string(k.Node().Data))
	}
	return strings.Join(parts, ".")
}

func lineOf(p *unstable.Parser, e *unstable.Node) int {
	k := e.Key()
	k.Next()
	return p.Shape(k.Node().Raw).Start.Line
}

func known(key string, names []string) error {
	for _, n := range names {
		if n == key {
			return nil
		}
	}
	if n := nearest(strings.ReplaceAll(key, "_", "-"), names); n != "" {
		return fmt.Errorf("unknown setting %s: did you mean %s?", key, n)
	}
	return fmt.Errorf("unknown setting %s: newsledger config lists them", key)
}

// textOf is a value as the command line would have it, if it is of the flag's type. A date may stand without quotes.
func textOf(f cli.Flag, value any) (string, bool) {
	ok := false
	switch f.(type) {
	case *cli.BoolFlag:
		_, ok = value.(bool)
	case *cli.IntFlag:
		_, ok = value.(int64)
	default:
		switch value.(type) {
		case string, toml.LocalDate:
			ok = true
		}
	}
	return fmt.Sprint(value), ok
}

// written is a value for a message.
func written(value any) string {
	if s, ok := value.(string); ok {
		return fmt.Sprintf("%q", s)
	}
	return fmt.Sprint(value)
}
