package intake

import (
	_ "embed" // for the word lists
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// frontRunes is how long a line of the front may be: a date line with the full
// name of a session has up to 45 runes.
const frontRunes = 60

// cutFront takes the lines before the text off: title, date, speaker,
// "(上接01版)". They do not end like sentences and are no headings. What a person
// said is a heading or text is none of them; what was dropped goes with the text.
func cutFront(src string, units []span, fx fixes, p *proofs) ([]string, []span) {
	var front []string
	var dropped []span
	for i, u := range units {
		if fx.drop[u.start] {
			dropped = append(dropped, u)
			continue
		}
		raw := strings.TrimFunc(src[u.start:u.end], blank)
		text := tidy(raw)
		_, isHeading := headingOf(text)
		body := fx.role[u.start] != "" || isHeading || isPart(text) || finished(text) || utf8.RuneCountInString(text) > frontRunes
		if body && (fx.role[u.start] != "" || !isFurniture(raw) && !datelined(raw)) {
			return front, append(dropped, units[i:]...)
		}
		front = append(front, text)
		p.note(u, Piece{Kind: FrontLine, Text: text}, nil)
	}
	return front, nil
}

// tidy joins the lines of a line of the front; blanks in it stay as printed.
func tidy(raw string) string {
	lines := strings.Split(raw, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(strings.TrimRightFunc(lines[i], blank), "\n")
	}
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, strings.Join(lines, ""))
}

// isTitle reports whether s is the title of a report.
func isTitle(s string) bool {
	return strings.HasSuffix(report.Squeeze(s), "工作报告") && utf8.RuneCountInString(s) <= 20
}

// datelined reports whether s says when and where a report was given.
func datelined(s string) bool { return dateline.MatchString(report.Squeeze(s)) }

var (
	dateline = regexp.MustCompile(`^[—–\-(（]*([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日(?:在(.*会议)上)?[)）]?$`)
	speaker  = regexp.MustCompile(`^(?:代)?(.*?(?:人民政府|国务院))(?:代)?(?:市长|省长|县长|区长|州长|主席|总理|乡长|镇长)`)
	onBehalf = regexp.MustCompile(`我(?:受|代表)((?:[\p{Han}]{0,8}人民政府|国务院))`)
	planYear = regexp.MustCompile(`([0-9]{4})年.{0,12}(?:总体|要求|目标|任务|安排|重点|建议|部署|政策)`)
	anyYear  = regexp.MustCompile(`([0-9]{4})年`)
)

// describe fills in what meta says about r, and what the text itself says
// where meta is silent.
func describe(r *report.Report, meta Meta) {
	r.Title, r.Body, r.Session = meta.Title, meta.Body, meta.Session
	r.Year, r.Delivered, r.ID = meta.Year, meta.Delivered, meta.ID
	for _, line := range r.Front {
		s := report.Squeeze(line)
		if r.Title == "" && isTitle(s) {
			r.Title = s
		}
		if m := dateline.FindStringSubmatch(s); m != nil {
			if r.Delivered == "" {
				r.Delivered = fmt.Sprintf("%s-%02d-%02d", m[1], atoi(m[2]), atoi(m[3]))
			}
			if r.Session == "" {
				r.Session = m[4]
			}
		}
		if m := speaker.FindStringSubmatch(s); m != nil && r.Body == "" {
			r.Body = m[1]
		}
	}
	opening := ""
	for _, p := range r.Paragraphs() {
		if opening += p.Text; len(opening) > 1500 {
			break
		}
	}
	if m := onBehalf.FindStringSubmatch(opening); m != nil && r.Body == "" {
		r.Body = m[1]
	}
	if place, _, ok := strings.Cut(r.Session, "第"); ok && place != "" && len([]rune(r.Body)) <= 5 && strings.HasSuffix(r.Body, "人民政府") {
		r.Body = place + "人民政府" // 我代表市人民政府 says whose only together with the session
	}
	if r.Title == "" && r.Body != "" && strings.Contains(opening, "报告") {
		r.Title = "政府工作报告" // what a government's report is called where no title is printed
	}
	if r.Year == 0 {
		r.Year = yearOf(r)
	}
	if r.ID == "" {
		r.ID = idOf(r)
	}
}

// yearOf reads the year of the plan off the headings, or else off the date.
func yearOf(r *report.Report) int {
	year := 0
	for _, s := range r.Sections {
		if m := planYear.FindStringSubmatch(wide.Replace(s.Heading)); m != nil {
			year = max(year, atoi(m[1]))
		}
	}
	if year == 0 && r.Delivered != "" {
		year = atoi(r.Delivered[:4])
	}
	if year > 0 {
		return year
	}
	// The review comes first and names the year it reviews.
	for _, s := range r.Sections[:min(2, len(r.Sections))] {
		text := s.Heading
		for _, p := range s.Paragraphs {
			text += p.Text
		}
		if m := anyYear.FindStringSubmatch(wide.Replace(text)); m != nil {
			return atoi(m[1]) + 1
		}
	}
	return 0
}

// wide makes full-width digits plain.
var wide = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")

func atoi(s string) int {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}

//go:embed places.txt
var places string

// idOf makes an ID from body and year, "luohe-2024", where places.txt knows how
// the place is spelled, and else from the edition.
func idOf(r *report.Report) report.ID {
	place := strings.TrimSuffix(r.Body, "人民政府")
	for l := range strings.Lines(places) {
		f := strings.Fields(l)
		if len(f) == 2 && f[0] == place && r.Year > 0 {
			return report.ID(fmt.Sprintf("%s-%d", f[1], r.Year))
		}
	}
	return report.ID("report-" + r.Edition.Short())
}

//go:embed tail.txt
var tailWords string

// cutTail divides src before the notes of a web page that follow the text: a
// line in the last part of the file that starts with one of the words of
// tail.txt, and everything after it.
func cutTail(src string) (body, tail string) {
	for at := 0; at < len(src); {
		end := len(src)
		if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		// The first half of a file is never taken for its end.
		if at > len(src)/2 && startsTail(strings.TrimFunc(src[at:end], blank)) {
			return src[:at], src[at:]
		}
		at = end
	}
	return src, ""
}

func startsTail(s string) bool {
	for w := range strings.Lines(tailWords) {
		w = strings.TrimSpace(w)
		if w != "" && !strings.HasPrefix(w, "#") && strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
