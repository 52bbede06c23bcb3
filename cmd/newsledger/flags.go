package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/newsledger/newsledger/cmd/newsledger/report"
	"github.com/newsledger/newsledger/exporters"
	"github.com/newsledger/newsledger/exporters/csvfile"
	"github.com/newsledger/newsledger/schema"
	"github.com/newsledger/newsledger/transform"
	"github.com/newsledger/newsledger/transform/clean"
	"github.com/newsledger/newsledger/transform/source"
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"
)

// inputOptions say how articles are read: export and explain have them, so that explain shows the rows and ids of the export.
type inputOptions struct {
	published, publisher, publisherType string
	publishers, meta                    string
	articleID, language, config         string
}

// exportOptions are the flags of export.
type exportOptions struct {
	inputOptions
	output, formats, sheets    string
	title, license             string
	partitionBy                string
	csvProfile, csvCompression string
	memoryLimit, logFormat     string
	omitText, omitSentences    bool
	hxl                        bool
	strict, quiet              bool
	fresh, keepRemoved, dryRun bool
	releases                   string
	keepLast, keepDaily        int
	exitUnchanged              bool
	jobs                       int
	wait                       time.Duration
	maxSkipped                 string
	metricsFile, reportFile    string
}

func textFlag(to *string, category, name, value, usage string, alias ...string) cli.Flag {
	return &cli.StringFlag{Name: name, Aliases: alias, Category: category, Destination: to, Value: value, Usage: usage}
}

func countFlag(to *int, category, name, usage string) cli.Flag {
	return &cli.IntFlag{Name: name, Category: category, Destination: to, DefaultText: "0", Usage: usage}
}

// fileFlag is a textFlag whose value is a path.
func fileFlag(to *string, category, name, value, usage string, alias ...string) cli.Flag {
	return &cli.StringFlag{Name: name, Aliases: alias, Category: category, Destination: to, Value: value, Usage: usage, TakesFile: true}
}

func isFile(f cli.Flag) bool {
	s, ok := f.(*cli.StringFlag)
	return ok && s.TakesFile
}

func yesFlag(to *bool, category, name, usage string) cli.Flag {
	return &cli.BoolFlag{Name: name, Category: category, Destination: to, Usage: usage}
}

func (o *inputOptions) flags() []cli.Flag {
	const category = "Input"
	return []cli.Flag{
		textFlag(&o.published, category, "published", "", "take `DATE` (2025-07-18) for the publication date of articles that state none"),
		textFlag(&o.publisher, category, "publisher", "", "take `NAME` for the publisher of articles that state none"),
		textFlag(&o.publisherType, category, "publisher-type", "", "take `TYPE` for the publisher's kind: "+strings.Join(schema.Vocabularies["publisher_type"].Words(), ", ")),
		fileFlag(&o.meta, category, "meta", "", "read source, url, title, publisher, publisher_type, published of the articles from `FILE.csv`"),
		fileFlag(&o.publishers, category, "publishers", "", "add the publishers of `FILE.tsv` to the list of domains and names (columns: surface, publisher_type, country, name)"),
		textFlag(&o.articleID, category, "article-id", "url", "make article ids from `WHAT`: url (text where there is none), or text"),
		textFlag(&o.language, category, "language", "", "take all articles for `LANG` (en) instead of finding out"),
		fileFlag(&o.config, "Running", "config", "", "take settings that are not given here from `FILE.toml` (newsledger.toml, where there is one)"),
	}
}

func (o *exportOptions) flags() []cli.Flag {
	const output, running = "Output", "Running"
	return append(o.inputOptions.flags(),
		fileFlag(&o.output, output, "output", "dataset", "write the dataset to directory `DIR`", "o"),
		fileFlag(&o.releases, output, "releases", "", "write each dataset that differs beside the others in `DIR`, as TIME-HASH, and point DIR/latest to it (instead of --output)"),
		countFlag(&o.keepLast, output, "keep-last", "of the releases keep the newest `N` (none is removed unless --keep-last or --keep-daily is given)"),
		countFlag(&o.keepDaily, output, "keep-daily", "of the releases keep the newest of each of the last `N` days"),
		textFlag(&o.formats, output, "format", "csv,parquet,xlsx", "write `FORMATS`: csv, parquet, xlsx, with commas between", "f"),
		textFlag(&o.partitionBy, output, "partition-by", "", "write the Parquet files of the flat views in hive folders too, by `WHAT`: year or country, sorted by date"),
		textFlag(&o.title, output, "title", "", "call the dataset `TEXT` in its documents, its Parquet files and its workbook"),
		textFlag(&o.license, output, "license", "", "state `LICENCE` for the dataset: an SPDX identifier (CC-BY-4.0) or an address; without it none is stated"),
		textFlag(&o.sheets, output, "sheets", "main", "put `SHEETS` into the workbook: main, or all tables"),
		yesFlag(&o.hxl, output, "hxl", "add a sheet of events with HXL hashtags in row 2 to the workbook"),
		textFlag(&o.csvProfile, output, "csv-profile", "plain", "write CSV as `PROFILE`: plain, or excel (byte order mark, CRLF, formula guard)"),
		textFlag(&o.csvCompression, output, "csv-compression", "none", "compress the CSV files as `HOW`: none, gzip or zstd"),
		yesFlag(&o.omitText, output, "omit-text", "leave the articles' text out; sentences, ids and offsets stay"),
		yesFlag(&o.omitSentences, output, "omit-sentences", "leave the sentences out; ids and offsets stay"),
		yesFlag(&o.fresh, running, "fresh", "begin anew: read all articles again, and take no ids from the dataset that stands there"),
		yesFlag(&o.keepRemoved, running, "keep-removed", "keep the rows of articles whose input is gone (for inboxes that are emptied)"),
		yesFlag(&o.exitUnchanged, running, "exit-unchanged", "end with status 4 when there was nothing new and the dataset was left untouched"),
		yesFlag(&o.dryRun, running, "dry-run", "do all but publish, and say what would be written and removed"),
		&cli.DurationFlag{Name: "wait", Category: running, Destination: &o.wait, DefaultText: "not at all", Usage: "wait `TIME` (10m, 90s) for another run that writes this dataset"},
		yesFlag(&o.strict, running, "strict", "publish nothing when an article is skipped"),
		textFlag(&o.maxSkipped, running, "max-skipped", "", "publish nothing when more than `N` articles, or N% of them, are skipped"),
		fileFlag(&o.metricsFile, running, "metrics-file", "", "write what the run came to into `FILE.prom` (Prometheus text format, for a textfile collector)"),
		fileFlag(&o.reportFile, running, "report", "", "write what the run came to into `FILE.json`, with every skipped article and its reason"),
		&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Category: running, Destination: &o.jobs, DefaultText: "one a processor", Usage: "read `N` articles at a time"},
		textFlag(&o.memoryLimit, running, "memory-limit", "", "keep the program's memory near `SIZE` (300MiB, 2GiB)"),
		yesFlag(&o.quiet, running, "quiet", "say errors and skipped articles only"),
		textFlag(&o.logFormat, running, "log-format", "auto", "say messages as `FORM`: text, json (one record a line), or auto: text on a terminal, else json"),
	)
}

// isLicense knows the form of SPDX identifiers, and addresses.
var isLicense = regexp.MustCompile(`^([A-Za-z0-9][A-Za-z0-9.+-]*|https?://\S+)$`)

// choice is a flag whose value is one of a few words.
type choice struct {
	flag, value string
	want        []string
}

func (c choice) check() error {
	if slices.Contains(c.want, c.value) {
		return nil
	}
	return fmt.Errorf("--%s %q: want %s", c.flag, c.value, strings.Join(c.want, ", "))
}

// check refuses values that are wrong whatever the input, each naming the right ones.
func (o *exportOptions) check() error {
	formats := strings.Split(o.formats, ",")
	for i, f := range formats {
		if !slices.Contains(exporters.Formats, f) {
			return choice{"format", f, exporters.Formats}.check()
		}
		if slices.Contains(formats[:i], f) {
			return fmt.Errorf("--format names %s twice", f)
		}
	}
	if o.releases == "" && o.keepLast+o.keepDaily != 0 {
		return errors.New("--keep-last and --keep-daily are for --releases")
	}
	if o.keepLast < 0 || o.keepDaily < 0 {
		return errors.New("--keep-last and --keep-daily: want 0 or more")
	}
	if o.partitionBy != "" {
		if err := (choice{"partition-by", o.partitionBy, schema.Partitions}).check(); err != nil {
			return err
		}
		if !slices.Contains(formats, "parquet") {
			return errors.New("--partition-by is for Parquet, and --format leaves that out")
		}
	}
	if o.license != "" && !isLicense.MatchString(o.license) {
		return fmt.Errorf("--license %q: want an SPDX identifier such as CC-BY-4.0, or an address that begins with https://", o.license)
	}
	if o.wait < 0 {
		return fmt.Errorf("--wait %v: want a time such as 10m", o.wait)
	}
	if o.jobs < 0 {
		return fmt.Errorf("--jobs %d: want 1 or more", o.jobs)
	}
	if o.csvProfile == "excel" && o.csvCompression != "none" {
		return errors.New("--csv-profile excel with --csv-compression: Excel opens no compressed file")
	}
	return errors.Join(o.checkSkipped(), o.checkReports(), choice{"csv-compression", o.csvCompression, []string{"none", string(csvfile.Gzip), string(csvfile.Zstd)}}.check(), choice{"sheets", o.sheets, []string{"main", "all"}}.check(), choice{"csv-profile", o.csvProfile, []string{"plain", "excel"}}.check(),
		choice{"log-format", o.logFormat, report.Forms}.check(), o.inputOptions.check(), setMemoryLimit(o.memoryLimit))
}

func (o *inputOptions) check() error {
	err := choice{"article-id", o.articleID, []string{"url", "text"}}.check()
	if o.publisherType != "" {
		err = errors.Join(err, choice{"publisher-type", o.publisherType, schema.Vocabularies["publisher_type"].Words()}.check())
	}
	return errors.Join(err, o.checkPublished(), o.checkLanguage())
}

func (o *inputOptions) checkPublished() error {
	if _, err := schema.ParseDate(o.published); o.published != "" && err != nil {
		return fmt.Errorf("--published %q: want a day such as 2025-07-18", o.published)
	}
	return nil
}

// checkLanguage refuses what is no BCP 47 code and brings one into its usual form: a misspelt language would list every article as foreign.
func (o *inputOptions) checkLanguage() error {
	if o.language == "" {
		return nil
	}
	tag, err := language.Parse(o.language)
	if err != nil {
		return fmt.Errorf("--language %q: want a code such as en", o.language)
	}
	o.language = tag.String()
	return nil
}

// setMemoryLimit sets the runtime's soft limit: the collector works harder near it, and nothing fails.
func setMemoryLimit(size string) error {
	if size == "" {
		return nil
	}
	var n int64
	var unit string
	if _, err := fmt.Sscanf(size, "%d%s", &n, &unit); err != nil || n <= 0 || n > 1<<20 {
		return fmt.Errorf("--memory-limit %q: want a number and MiB or GiB", size)
	}
	factor, ok := map[string]int64{"MiB": 1 << 20, "GiB": 1 << 30, "MB": 1e6, "GB": 1e9}[unit]
	if !ok {
		return fmt.Errorf("--memory-limit %q: want a number and MiB or GiB", size)
	}
	debug.SetMemoryLimit(n * factor)
	return nil
}

// transform reads the files that the flags name, and gives the options of pass 1.
func (o *inputOptions) transform() (transform.Options, error) {
	t := transform.Options{IDFromText: o.articleID == "text", Language: o.language,
		Source: source.Options{Published: o.published, Publisher: o.publisher, PublisherType: o.publisherType}}
	if o.publishers != "" {
		data, err := os.ReadFile(o.publishers)
		if err != nil {
			return t, err
		}
		if t.Publishers, err = clean.ParsePublishers(o.publishers, string(data)); err != nil {
			return t, err
		}
	}
	if o.meta == "" {
		return t, nil
	}
	f, err := os.Open(o.meta)
	if err != nil {
		return t, err
	}
	defer f.Close()
	t.Source.Meta, err = source.ReadMeta(o.meta, f)
	return t, err
}
