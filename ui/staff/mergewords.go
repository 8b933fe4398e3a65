package staff

import (
	"fmt"

	"deputydesk/annotate/registry"
	"deputydesk/assets"
)

// SayLink says in words why two entries are offered together.
func SayLink(w assets.Words, l registry.Link) string {
	args := []any{"percent", fmt.Sprintf("%.0f", 100*l.Score), "quote", brief(l.Quote), "ask", l.AskA, "other", l.AskB}
	key := "merging.why." + string(l.Kind)
	if l.Kind == registry.Near && l.Score > allOfIt {
		key += ".whole"
	}
	if l.ToA != "" || l.ToB != "" {
		key += ".wording"
		args = append(args, "to", brief(l.ToA), "otherto", brief(l.ToB))
	}
	return w.Text(key, args...)
}

// allOfIt is the share of a text from which a hundred percent would be said.
const allOfIt = 0.995

// longestQuote is how much of a quote is shown in a sentence, in characters.
const longestQuote = 40

func brief(text string) string {
	if runes := []rune(text); len(runes) > longestQuote {
		return string(runes[:longestQuote]) + "…"
	}
	return text
}

// Told are the reasons of a cluster in words, each once and the surest first; most
// of them, and how many are left out.
func Told(w assets.Words, c registry.Cluster, most int) (told []string, more int) {
	seen := map[string]bool{}
	for _, l := range c.Links {
		text := SayLink(w, l)
		switch {
		case seen[text]:
		case len(told) == most:
			more++
		default:
			told = append(told, text)
		}
		seen[text] = true
	}
	return told, more
}
