package export

// maxDiff is how many pieces of either text are compared: a sentence of the
// report has at most a few hundred. Longer ones are shown as all gone and all
// come, rather than to take a second.
const maxDiff = 1500

// Diff shows two wordings in one: what goes is struck through, what comes is
// underlined in 黑体, so that a black and white copy still tells them apart.
// Numbers are compared whole.
func Diff(was, becomes string) []Span {
	a, b := cut(was), cut(becomes)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	d := differ{}
	d.add(a[:head], Plain)
	d.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	d.add(a[len(a)-tail:], Plain)
	return d.spans
}

// cut returns the pieces of s that no line break tears.
func cut(s string) []string {
	runes := []rune(s)
	var all []string
	at := 0
	for _, n := range clusters(runes) {
		all = append(all, string(runes[at:at+n]))
		at += n
	}
	return all
}

type differ struct{ spans []Span }

func (d *differ) add(pieces []string, mark Mark) {
	for _, p := range pieces {
		if n := len(d.spans); n > 0 && d.spans[n-1].Mark == mark {
			d.spans[n-1].Text += p
			continue
		}
		s := Span{Text: p, Mark: mark}
		if mark == Under {
			s.Role = Hei
		}
		d.spans = append(d.spans, s)
	}
}

// middle compares by the longest common subsequence. Single characters in
// common between two changes do not make words: they count as changed.
func (d *differ) middle(a, b []string) {
	if len(a) == 0 || len(b) == 0 || len(a) > maxDiff || len(b) > maxDiff {
		d.add(a, Struck)
		d.add(b, Under)
		return
	}
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	i, j := 0, 0
	goneFrom, cameFrom := 0, 0
	flush := func() {
		d.add(a[goneFrom:i], Struck)
		d.add(b[cameFrom:j], Under)
	}
	for i < len(a) && j < len(b) {
		if a[i] != b[j] {
			if length[i+1][j] >= length[i][j+1] {
				i++
			} else {
				j++
			}
			continue
		}
		n := 1
		for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
			n++
		}
		if n < 2 {
			i, j = i+n, j+n
			continue
		}
		flush()
		d.add(a[i:i+n], Plain)
		i, j = i+n, j+n
		goneFrom, cameFrom = i, j
	}
	i, j = len(a), len(b)
	flush()
}
