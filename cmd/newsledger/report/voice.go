package report

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Voice is how the command speaks to its standard error: in lines for a person, or in one JSON record a line for a machine. Goroutines may
// share it; the progress bar is off the line when something is said.
type Voice struct {
	out      io.Writer
	terminal bool

	mu      sync.Mutex
	quiet   bool
	records *slog.Logger // nil for lines
	bar     *progressbar.ProgressBar
}

// Forms are the values of --log-format. Auto is lines on a terminal and records elsewhere.
var Forms = []string{"auto", "text", "json"}

// NewVoice speaks to out in the form auto.
func NewVoice(out io.Writer) *Voice {
	f, isFile := out.(*os.File)
	v := &Voice{out: out, terminal: isFile && term.IsTerminal(int(f.Fd()))}
	v.Set("auto", false)
	return v
}

// Set chooses one of Forms. A quiet voice says errors only.
func (v *Voice) Set(form string, quiet bool) {
	v.quiet, v.records = quiet, nil
	if form == "json" || form != "text" && !v.terminal {
		v.records = slog.New(slog.NewJSONHandler(v.out, nil))
	}
}

// Say gives a person the line, or a machine the record of message and attributes. What is less than an error is left out when quiet.
func (v *Voice) Say(level slog.Level, line, message string, attributes ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch {
	case v.quiet && level < slog.LevelError:
	case v.records != nil:
		v.records.Log(context.Background(), level, message, attributes...)
	default:
		if v.bar != nil {
			_ = v.bar.Clear()
		}
		fmt.Fprintln(v.out, line)
	}
}

// Fail says the error that ended the command.
func (v *Voice) Fail(err error, attributes ...any) {
	v.Say(slog.LevelError, "newsledger: "+err.Error(), "run failed", append([]any{"error", err.Error()}, attributes...)...)
}

// step counts an article on the progress bar, which only a person at a terminal sees.
func (v *Voice) step() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !v.terminal || v.quiet || v.records != nil {
		return
	}
	if v.bar == nil {
		v.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(v.out), progressbar.OptionSetDescription("reading articles"), progressbar.OptionClearOnFinish(),
			progressbar.OptionShowCount(), progressbar.OptionSetElapsedTime(false),
			progressbar.OptionSetSpinnerChangeInterval(0)) // a goroutine of its own would draw while Say clears the line
	}
	_ = v.bar.Add(1)
}

func (v *Voice) endBar() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.bar != nil {
		_ = v.bar.Finish()
		v.bar = nil
	}
}
