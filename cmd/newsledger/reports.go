package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// checkReports refuses, before anything is read, files that could not be written at the end, and files within the dataset: a dataset with a
// file of somebody else is not replaced.
func (o *exportOptions) checkReports() error {
	if o.metricsFile != "" && !strings.HasSuffix(o.metricsFile, ".prom") {
		return fmt.Errorf("--metrics-file %q: want a name that ends in .prom, for collectors read no other", o.metricsFile)
	}
	return errors.Join(o.checkReport("metrics-file", o.metricsFile), o.checkReport("report", o.reportFile))
}

func (o *exportOptions) checkReport(flag, path string) error {
	if path == "" {
		return nil
	}
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return fmt.Errorf("--%s %q: there is no folder %s", flag, path, folder)
	}
	file, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	dataset, err := filepath.Abs(o.output)
	if err != nil {
		return err
	}
	if within, err := filepath.Rel(dataset, file); o.releases == "" && err == nil && filepath.IsLocal(within) {
		return fmt.Errorf("--%s %q: it stands within the dataset: name a place beside it", flag, path)
	}
	return nil
}
