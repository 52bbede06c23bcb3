package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"

	"github.com/urfave/cli/v2"
)

// shells are the shells that completion knows, each with the script that its users load. The scripts are made from the program's own
// commands and flags, so that they cannot go stale.
var shells = map[string]*template.Template{
	"bash":       shellScript(bashScript),
	"zsh":        shellScript("#compdef newsledger\nautoload -U +X bashcompinit && bashcompinit\n" + bashScript),
	"fish":       shellScript(fishScript),
	"powershell": shellScript(powershellScript),
}

// completionHelp says how each shell loads its script.
const completionHelp = `Load it with:
   bash        source <(newsledger completion bash)
   zsh         source <(newsledger completion zsh)
   fish        newsledger completion fish | source
   powershell  newsledger completion powershell | Out-String | Invoke-Expression`

const bashScript = `_newsledger() {
  local word=${COMP_WORDS[COMP_CWORD]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="{{range .}}{{.Name}} {{end}}"
  elif [[ $word == -* ]]; then
    case ${COMP_WORDS[1]} in
{{range .}}    {{.Name}}) words="{{range .Flags}}--{{.Name}} {{end}}" ;;
{{end}}    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _newsledger newsledger
`

const fishScript = `{{range .}}complete -c newsledger -n __fish_use_subcommand -f -a {{.Name}} -d '{{.Usage}}'
{{$command := .Name}}{{range .Flags}}complete -c newsledger -n '__fish_seen_subcommand_from {{$command}}' -l {{.Name}}{{if .Takes}} -r{{end}} -d '{{.Usage}}'
{{end}}{{end}}`

const powershellScript = `Register-ArgumentCompleter -Native -CommandName newsledger -ScriptBlock {
  param($word, $ast, $position)
  $words = $ast.CommandElements | ForEach-Object { $_.ToString() }
  $flags = @{
{{range .}}    '{{.Name}}' = @({{range $i, $f := .Flags}}{{if $i}}, {{end}}'--{{$f.Name}}'{{end}})
{{end}}  }
  if ($words.Count -le 1 -or ($words.Count -eq 2 -and $word)) { $all = $flags.Keys } else { $all = $flags[$words[1]] }
  $all | Where-Object { $_ -like "$word*" } | Sort-Object | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`

func shellScript(text string) *template.Template { return template.Must(template.New("").Parse(text)) }

// commandWords and flagWords are what the scripts say of a command and of a flag.
type commandWords struct {
	Name, Usage string
	Flags       []flagWords
}

type flagWords struct {
	Name, Usage string
	Takes       bool // a value
}

func wordsOf(app *cli.App) []commandWords {
	var all []commandWords
	for _, c := range app.VisibleCommands() {
		words := commandWords{Name: c.Name, Usage: quoted(c.Usage)}
		for _, f := range ownFlags(c) {
			doc := f.(cli.DocGenerationFlag)
			words.Flags = append(words.Flags, flagWords{f.Names()[0], quoted(doc.GetUsage()), doc.TakesValue()})
		}
		all = append(all, words)
	}
	return all
}

// ownFlags are the flags of a command without --help, which cli adds to the one that runs.
func ownFlags(c *cli.Command) []cli.Flag {
	return slices.DeleteFunc(slices.Clone(c.VisibleFlags()), func(f cli.Flag) bool { return f.Names()[0] == "help" })
}

// quoted makes a text safe between the apostrophes of a shell's script, and takes the marks of placeholders away.
func quoted(s string) string { return strings.NewReplacer("'", "’", "`", "").Replace(s) }

func completionCommand() *cli.Command {
	names := slices.Sorted(maps.Keys(shells))
	return &cli.Command{
		Name:        "completion",
		Usage:       "print a script that completes commands and flags in a shell",
		ArgsUsage:   strings.Join(names, "|"),
		Description: completionHelp,
		Action: func(c *cli.Context) error {
			script, ok := shells[c.Args().First()]
			if !ok || c.NArg() > 1 {
				return usageError{fmt.Errorf("completion %s: want one of %s", strings.Join(c.Args().Slice(), " "), strings.Join(names, ", "))}
			}
			return script.Execute(c.App.Writer, wordsOf(c.App))
		},
	}
}
