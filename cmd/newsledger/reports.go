package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsledger/newsledger/cmd/newsledger/report"
)

// reportFiles are what monitoring reads. A dry run leaves the metrics of real runs alone.
func (o *exportOptions) reportFiles() report.Files {
	if o.dryRun {
		return report.Files{Report: o.reportFile}
	}
	return report.Files{Metrics: o.metricsFile, Report: o.reportFile}
}

// checkReports refuses, before anything is read, files that could not be written at the end, and files within the dataset: a dataset with a
// file of somebody else is not replaced.
func (o *exportOptions) checkReports() error {
	if o.metricsFile != "" && !strings.HasSuffix(o.metricsFile, ".prom") {
		return fmt.Errorf("--metrics-file %q: want a name that ends in .prom, for collectors read no other", o.metricsFile)
	}
	return errors.Join(o.checkReport("metrics-file", o.metricsFile), o.checkReport("report", o.reportFile))
}

// checkReportAmong refuses a report in a folder of articles, of which the next run would take it for one.
func (o *exportOptions) checkReportAmong(inputs []string) error {
	for _, input := range inputs {
		if info, err := os.Stat(input); o.reportFile != "" && err == nil && info.IsDir() && isWithin(input, o.reportFile) {
			return fmt.Errorf("--report %q: it stands among the articles of %s: name another place", o.reportFile, input)
		}
	}
	return nil
}

func (o *exportOptions) checkReport(flag, path string) error {
	if path == "" {
		return nil
	}
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return fmt.Errorf("--%s %q: there is no folder %s", flag, path, folder)
	}
	if o.releases == "" && isWithin(o.output, path) {
		return fmt.Errorf("--%s %q: it stands within the dataset: name a place beside it", flag, path)
	}
	return nil
}

// isWithin says whether a file is in a folder or below it.
func isWithin(folder, file string) bool {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return false
	}
	file, err = filepath.Abs(file)
	if err != nil {
		return false
	}
	path, err := filepath.Rel(folder, file)
	return err == nil && filepath.IsLocal(path)
}
