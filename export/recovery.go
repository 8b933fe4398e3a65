package export

import (
	"fmt"
	"time"
)

// RecoverySheet is the page on which a recovery code 恢复码 is printed, to be
// locked away: code in large type, the folder that it opens, and what to do
// with it.
func RecoverySheet(code, folder string, at time.Time) Document {
	d := Document{Title: wordCodeOf, Subject: wordCodeOf, Date: at.Format(time.DateOnly)}
	d.Blocks = append(d.Blocks, Title{Text: wordCodeOf}, Space{20},
		Speech{Kind: SpeechLine, Centre: true, Text: code}, Space{20})
	for _, text := range wordRecovery {
		d.Blocks = append(d.Blocks, Paragraph{Spans: []Span{{Text: text}}})
	}
	d.Blocks = append(d.Blocks, Space{20}, Speech{Kind: SpeechNote, Text: fmt.Sprintf(wordFolder, folder)},
		Speech{Kind: SpeechNote, Text: fmt.Sprintf(wordSealedOn, at.Year(), at.Month(), at.Day())})
	return d
}
