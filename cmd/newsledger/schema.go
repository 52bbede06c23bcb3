package main

import (
	"encoding/json"
	"fmt"

	"github.com/newsledger/newsledger/exporters/datapackage"
	"github.com/newsledger/newsledger/schema"
	"github.com/urfave/cli/v2"
)

func schemaCommand() *cli.Command {
	var format string
	return &cli.Command{
		Name:        "schema",
		Usage:       "print the tables and columns of a dataset",
		Description: "Examples:\n   newsledger schema\n   newsledger schema --format sql | sqlite3 ledger.db",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Destination: &format, Value: "markdown", Usage: "print as `FORMAT`: markdown, json (Table Schema) or sql (CREATE TABLE)"},
		},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			out, err := schemaText(format)
			if err == nil {
				_, err = c.App.Writer.Write(out)
			}
			return err
		},
	}
}

func schemaText(format string) ([]byte, error) {
	switch format {
	case "markdown":
		return datapackage.Codebook(nil, versionText()), nil
	case "sql":
		return datapackage.DDL(), nil
	case "json":
		return schemaJSON()
	}
	return nil, usageError{fmt.Errorf("--format %q: want markdown, json, sql", format)}
}

// tableJSON is one table as `newsledger schema --format json` prints it.
type tableJSON struct {
	Name   string                   `json:"name"`
	Class  schema.Class             `json:"class"`
	Doc    string                   `json:"description"`
	Order  string                   `json:"order"`
	Schema *datapackage.TableSchema `json:"schema"`
}

func schemaJSON() ([]byte, error) {
	var tables []tableJSON
	for _, t := range schema.Tables {
		tables = append(tables, tableJSON{t.Name, t.Class, t.Doc, t.Order, datapackage.TableSchemaOf(t)})
	}
	out, err := json.MarshalIndent(map[string]any{"schema_version": schema.Version, "tables": tables}, "", "  ")
	return append(out, '\n'), err
}
