package finder

import (
	"image/color"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"deputydesk/assets"
	"deputydesk/search"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
)

// inkOf is a colour of the look for a widget that draws itself.
func inkOf(w fyne.Widget, name fyne.ThemeColorName) color.Color {
	th := fyne.CurrentApp().Settings().Theme()
	if own, ok := w.(interface{ Theme() fyne.Theme }); ok {
		th = own.Theme()
	}
	return th.Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// cut shortens text to a width in pixels.
func cut(text string, width, size float32, style fyne.TextStyle) string {
	wide := func(s string) bool { return fyne.MeasureText(s, size, style).Width > width }
	if width <= 0 || !wide(text) {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if short := strings.TrimRightFunc(string(runes[:n]), unicode.IsSpace) + "…"; !wide(short) {
			return short
		}
	}
	return "…"
}

// title says of a find in one line where it stands and what it is. Where room
// is scarce the name of the section is shortened, never what follows it. In a
// group the section stands above already.
func title(w assets.Words, f desk.Find, grouped, years bool, width, size float32) string {
	var before, after []string
	if f.Kind != search.Reports {
		before = append(before, w.Text("finder.kind."+string(f.Kind)))
	}
	if years && f.Year > 0 && !grouped {
		before = append(before, w.Text("finder.year", "year", f.Year))
	}
	switch {
	case f.Past:
		after = append(after, w.Text("finder.past"))
	case f.Planned:
		after = append(after, w.Text("finder.plan"))
	}
	if f.Targets > 0 {
		after = append(after, w.Text("finder.targets", "n", f.Targets))
	}
	const gap = "  " // a dot between would cost a character each
	section := ""
	if !grouped {
		section = clause(heading(w, f))
	}
	if section != "" {
		rest := strings.Join(append(append([]string{}, before...), append([]string{""}, after...)...), gap)
		room := width - fyne.MeasureText(rest, size, fyne.TextStyle{}).Width
		before = append(before, cut(section, max(room, 4*size), size, fyne.TextStyle{}))
	}
	return strings.Join(append(before, after...), gap)
}

// clause is a heading up to its first comma: (四) 注重内外兼修.
func clause(heading string) string {
	if i := strings.IndexAny(heading, "，,；;"); i > 0 {
		heading = heading[:i]
	}
	return strings.TrimSpace(heading)
}

// heading is that of the section of a find; where the print has none, its
// ordinal. It is "" for what stands in no section.
func heading(w assets.Words, f desk.Find) string {
	if f.Heading != "" || f.Section == "" {
		return f.Heading
	}
	return w.Text("finder.part", "n", strings.ReplaceAll(f.Section, "/", ""))
}

// group is the name above the finds of one section, in order of the report.
func group(w assets.Words, f desk.Find, years bool) string {
	name := heading(w, f)
	if name == "" {
		name = w.Text("finder.kind." + string(f.Kind))
	}
	if years && f.Year > 0 {
		name = strconv.Itoa(f.Year) + " " + name
	}
	return name
}

// before is how many characters of a hit stand before its first match.
const before = 8

// snippet is the part of a hit worth showing, and its matches in it.
func snippet(h search.Hit) (string, []widgets.RowSpan) {
	start := 0
	if len(h.Spans) > 0 {
		start = back(h.Text, h.Spans[0].Start, before)
	}
	text := h.Text[start:]
	var spans []widgets.RowSpan
	for _, s := range h.Spans {
		spans = append(spans, widgets.RowSpan{Start: s.Start - start, End: s.End - start})
	}
	if start > 0 {
		const dots = "…"
		text = dots + text
		for i := range spans {
			spans[i].Start += len(dots)
			spans[i].End += len(dots)
		}
	}
	return text, spans
}

// back is the byte offset n runes before at, but never before the sentence: a
// match is read with the words that belong to it, from the start of a clause
// if one is near. A number is not cut, since 3000个 must not read 00个.
func back(text string, at, n int) int {
	runes := []rune(text[:at])
	from := len(runes)
	for from > 0 && !strings.ContainsRune("。；！？\n", runes[from-1]) {
		if len(runes)-from >= n && !(solid(runes[from-1]) && solid(runes[from])) {
			if i := slices.IndexFunc(runes[from:], func(r rune) bool { return r == '，' || r == '：' }); i >= 0 {
				from += i + 1
			}
			break
		}
		from--
	}
	return at - len(string(runes[from:]))
}

// solid reports whether r is part of a number or a Latin word.
func solid(r rune) bool {
	return r == '.' || r < unicode.MaxASCII && (unicode.IsDigit(r) || unicode.IsLetter(r))
}
