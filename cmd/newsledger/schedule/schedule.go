// Package schedule writes down a command for what runs it again and again: a line of a crontab, units of systemd, a property list of launchd,
// a task of the Windows Task Scheduler. It takes a Job whose paths are absolute and gives the texts. It installs nothing. That two runs never
// meet is the command's own matter: it holds a lock, so no text here adds another.
package schedule

import (
	"embed"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"text/template"
)

// Job is a command that is to run again and again.
type Job struct {
	Name    string   // what units are called after: letters, digits, ".", "-" and "_"
	Dataset string   // the folder that it renews
	Folder  string   // where it runs
	Command []string // program and arguments
	Writes  []string // folders that it writes in
	Log     string   // what its messages are added to, where no journal takes them
	Mail    string   // who is told of a failure; "" for whoever that is by default
	User    string   // who runs it
	Hourly  bool     // at Minute of every hour, else once a day at Hour and Minute
	Hour    int
	Minute  int
}

// File is a text and the name that it goes by where it is installed.
type File struct{ Name, Text string }

// Forms are the kinds of texts, each with its files: template and name, in which %s is the job's name.
var Forms = map[string][]File{
	"cron":    {{"cron.tmpl", "newsledger-%s.crontab"}},
	"systemd": {{"service.tmpl", "newsledger-%s.service"}, {"timer.tmpl", "newsledger-%s.timer"}},
	"launchd": {{"launchd.tmpl", "newsledger.%s.plist"}},
	"task":    {{"task.tmpl", "newsledger-%s.xml"}},
}

//go:embed *.tmpl
var templates embed.FS

var texts = template.Must(template.New("").Funcs(template.FuncMap{
	"cron": percentEscaped, "specifiers": specifiersEscaped, "xml": xmlText,
	"unit":    func(words []string) string { return unit(words...) },
	"missing": func(folder string) string { return unit("-" + folder) }, // a folder that may be missing
	"windows": func(log string, words []string) (string, error) {
		command, err := windows(words...)
		if err != nil {
			return "", err
		}
		log, err = windows(log)
		return `/d /s /c "` + command + " 2>>" + log + `"`, err
	},
}).ParseFS(templates, "*.tmpl"))

// Write gives the files of a form.
func (j Job) Write(form string) ([]File, error) {
	if err := j.check(); err != nil {
		return nil, err
	}
	var files []File
	for _, f := range Forms[form] {
		var text strings.Builder
		if err := texts.ExecuteTemplate(&text, f.Name, j); err != nil {
			return nil, err
		}
		files = append(files, File{fmt.Sprintf(f.Text, j.Name), text.String()})
	}
	return files, nil
}

var (
	goodName = regexp.MustCompile(`^[A-Za-z0-9._-]+$`)
	goodMail = regexp.MustCompile(`^[A-Za-z0-9._+@-]*$`)
)

// check refuses what would end a line or a word of a text.
func (j Job) check() error {
	if !goodName.MatchString(j.Name) {
		return fmt.Errorf("job %q: want a name of letters, digits, dots and hyphens", j.Name)
	}
	if !goodMail.MatchString(j.Mail) {
		return fmt.Errorf("mail address %q: want one such as name@example.org", j.Mail)
	}
	for _, s := range append([]string{j.Dataset, j.Folder, j.Log}, append(j.Command, j.Writes...)...) {
		if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' }) {
			return fmt.Errorf("%q holds a line break or another control character, which no unit can", s)
		}
	}
	return nil
}

// plain is a word that no shell and no unit reads otherwise than it stands.
var plain = regexp.MustCompile(`^[A-Za-z0-9_/.,:=@+-]+$`)

// each quotes the words that are not plain and puts them in a line.
func each(words []string, quote func(string) string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		if quoted[i] = w; !plain.MatchString(w) {
			quoted[i] = quote(w)
		}
	}
	return strings.Join(quoted, " ")
}

// shell is a command line for /bin/sh.
func shell(words ...string) string {
	return each(words, func(w string) string { return "'" + strings.ReplaceAll(w, "'", `'\''`) + "'" })
}

// percentEscaped is a command in a crontab, where a percent sign ends the line.
func percentEscaped(command string) string { return strings.ReplaceAll(command, "%", `\%`) }

// specifiersEscaped is a text in a unit of systemd, where a percent sign begins a specifier.
func specifiersEscaped(s string) string { return strings.ReplaceAll(s, "%", "%%") }

// unit are words of a list or a command line in a unit of systemd.
func unit(words ...string) string {
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "%", "%%", "$", "$$")
	return each(words, func(w string) string { return `"` + escape.Replace(w) + `"` })
}

func xmlText(s string) (string, error) {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(s))
	return b.String(), err
}

// windows is a command line for cmd.exe. A file's name holds no quotation mark there.
func windows(words ...string) (string, error) {
	line := each(words, func(w string) string { return `"` + w + `"` })
	if strings.Contains(strings.Join(words, ""), `"`) {
		return "", fmt.Errorf("%s: cmd.exe takes no word with a quotation mark", line)
	}
	return line, nil
}

// Script runs the command under /bin/sh: its messages go into the log, and when it fails their end goes to standard output.
func (j Job) Script() string {
	log := shell(j.Log)
	return fmt.Sprintf(`cd %s && %s 2>>%s || { s=$?; echo "newsledger-%s: status $s"; tail -n 20 %s; exit $s; }`, shell(j.Folder), shell(j.Command...), log, j.Name, log)
}

// MailedScript is Script for a scheduler that mails nothing by itself.
func (j Job) MailedScript() string {
	to := j.Mail
	if to == "" {
		to = j.User
	}
	return fmt.Sprintf(`said=$(%s) || { s=$?; echo "$said" | mail -s 'newsledger-%s failed' %s; exit $s; }`, j.Script(), j.Name, shell(to))
}
