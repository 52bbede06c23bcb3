package clean

import "strings"

const (
	minFlat   = 300 // letters of a line that may be an article without its line ends: about 50 words
	minRepeat = 60  // letters of lines whose second appearance is a repeat: about 10 words; fewer may be a heading or a refrain
	minLine   = 12  // letters of a line that may begin a repeat
	keyLength = 48  // letters by which copies are found
	slack     = 40  // letters at the end in which copies may differ: "See more", a hashtag
	maxTries  = 8   // copies of one beginning that are compared, so that a text of equal lines takes linear time
)

// repeats removes what the page shows twice: a copy of the article on a single line beside the one in paragraphs, and blocks of lines
// that come again. Of two copies the one with paragraphs stays, of equal ones the first.
func (c *cleaned) repeats() {
	lines := splitLines(c.text)
	squashed := make([]string, len(lines))
	size := 0
	for i := range lines {
		squashed[i] = squash(lines[i].text)
		size += len(squashed[i])
	}
	if size < 2*minRepeat {
		return
	}
	flatCopies(lines, squashed)
	repeatedBlocks(lines, squashed)
	c.keep(lines)
}

// flatCopies marks the long lines whose letters also stand in three or more other lines, one behind the other.
func flatCopies(lines []line, squashed []string) {
	all := strings.Join(squashed, "")
	starts, at := make([]int, len(lines)+1), 0
	byKey := map[string][]int{}
	for i, s := range squashed {
		starts[i] = at
		if s != "" && at+keyLength <= len(all) {
			key := all[at : at+keyLength]
			byKey[key] = append(byKey[key], i)
		}
		at += len(s)
	}
	starts[len(lines)] = at
	for i, s := range squashed {
		if len(s) < minFlat {
			continue
		}
		for _, j := range byKey[s[:keyLength]][:min(maxTries, len(byKey[s[:keyLength]]))] {
			if j == i || !sameLetters(s, all[starts[j]:]) {
				continue
			}
			end := starts[j] + len(s) - slack
			if apart := end <= starts[i] || starts[j] >= starts[i+1]; apart && linesIn(squashed, j, len(s)-slack) >= 3 {
				lines[i].gone = true
			}
		}
	}
}

// sameLetters says whether t begins with s, but for its last letters.
func sameLetters(s, t string) bool {
	n := len(s) - slack
	return len(t) >= n && s[:n] == t[:n]
}

// linesIn counts the lines with letters that the n letters from line j on take.
func linesIn(squashed []string, j, n int) (count int) {
	for ; j < len(squashed) && n > 0; j++ {
		if squashed[j] != "" {
			count++
			n -= len(squashed[j])
		}
	}
	return count
}

// repeatedBlocks marks the second appearance of lines that are long enough together, one behind the other, and of the short ones before
// them that are repeated with them.
func repeatedBlocks(lines []line, squashed []string) {
	first := map[string]int{}
	for i := 0; i < len(squashed); i++ {
		s := squashed[i]
		if len(s) < minLine || lines[i].gone {
			continue
		}
		j, seen := first[s]
		if !seen {
			first[s] = i
			continue
		}
		n, letters := sameRun(squashed, j, i)
		if letters < minRepeat {
			continue
		}
		for k := range n {
			lines[i+k].gone = true
		}
		for a, b := i-1, j-1; a > j && b >= 0 && squashed[a] == squashed[b] && !lines[a].gone; a, b = a-1, b-1 {
			lines[a].gone = true
		}
		i += n - 1
	}
}

// sameRun counts the lines from i on that repeat those from j on, and their letters.
func sameRun(squashed []string, j, i int) (n, letters int) {
	for j+n < i && i+n < len(squashed) && squashed[i+n] == squashed[j+n] {
		letters += len(squashed[i+n])
		n++
	}
	return n, letters
}
