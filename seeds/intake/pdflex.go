package intake

import (
	"bytes"
	"strconv"
)

// A lexer reads the words of a page's drawing and of character maps, which
// have one grammar: operands first, then the operator.
type lexer struct {
	src []byte
	at  int
}

// A token is one word. Of a dictionary only its strings and names are kept.
type token struct {
	kind tokenKind
	num  float64
	str  string // of a string its bytes, of a name what follows the slash
	list []token
}

type tokenKind int

const (
	tokenEnd tokenKind = iota
	tokenNumber
	tokenString
	tokenName
	tokenList // also a dictionary: key, value, key, value …
	tokenOperator
	tokenClose
)

// next returns the next word; kind tokenEnd at the end.
func (l *lexer) next() token { return l.read(0) }

func (l *lexer) read(depth int) token {
	l.skipSpace()
	if l.at >= len(l.src) {
		return token{}
	}
	switch c := l.src[l.at]; {
	case c == '(':
		return token{kind: tokenString, str: l.literal()}
	case c == '<' && l.peek(1) == '<':
		l.at += 2
		return l.listOf(depth)
	case c == '<':
		return token{kind: tokenString, str: l.hex()}
	case c == '[':
		l.at++
		return l.listOf(depth)
	case c == '>' && l.peek(1) == '>':
		l.at += 2
		return token{kind: tokenClose}
	case c == ']', c == '}', c == '{', c == ')', c == '>':
		l.at++
		return token{kind: tokenClose}
	case c == '/':
		l.at++
		return token{kind: tokenName, str: l.word()}
	}
	w := l.word()
	if n, err := strconv.ParseFloat(w, 64); err == nil && w[0] != 'N' && w[0] != 'I' && w[0] != 'n' && w[0] != 'i' {
		return token{kind: tokenNumber, num: min(max(n, -1e9), 1e9)}
	}
	return token{kind: tokenOperator, str: w}
}

// listOf reads up to the closing bracket. Brackets that are not closed end
// with the source.
func (l *lexer) listOf(depth int) token {
	t := token{kind: tokenList}
	for {
		item := token{kind: tokenClose}
		if depth < maxDepth {
			item = l.read(depth + 1)
		}
		if item.kind == tokenClose || item.kind == tokenEnd {
			return t
		}
		t.list = append(t.list, item)
	}
}

func (l *lexer) peek(n int) byte {
	if l.at+n < len(l.src) {
		return l.src[l.at+n]
	}
	return 0
}

func (l *lexer) skipSpace() {
	for l.at < len(l.src) {
		switch c := l.src[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.src) && l.src[l.at] != '\n' && l.src[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

// word reads up to a blank or a bracket, at least one byte.
func (l *lexer) word() string {
	start := l.at
	for l.at < len(l.src) && !isSpace(l.src[l.at]) && bytes.IndexByte([]byte("()<>[]{}/%"), l.src[l.at]) < 0 {
		l.at++
	}
	return string(l.src[start:l.at])
}

// literal reads a string in round brackets.
func (l *lexer) literal() string {
	var out []byte
	depth := 0
	for ; l.at < len(l.src); l.at++ {
		c := l.src[l.at]
		switch {
		case c == '\\':
			l.at++
			if e, ok := l.escape(); ok {
				out = append(out, e)
			}
			continue
		case c == '(':
			if depth++; depth == 1 {
				continue
			}
		case c == ')':
			if depth--; depth == 0 {
				l.at++
				return string(out)
			}
		}
		out = append(out, c)
	}
	return string(out)
}

// escape reads what follows a backslash and stays on its last byte; a line end
// stands for nothing.
func (l *lexer) escape() (byte, bool) {
	switch c := l.peek(0); c {
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case '\r':
		if l.peek(1) == '\n' {
			l.at++
		}
		return 0, false
	case '\n':
		return 0, false
	default:
		if c < '0' || c > '7' {
			return c, l.at < len(l.src)
		}
		n := 0
		for i := 0; i < 3 && l.peek(0) >= '0' && l.peek(0) <= '7'; i++ {
			n = n*8 + int(l.peek(0)-'0')
			l.at++
		}
		l.at--
		return byte(n), true
	}
}

// hex reads a string in angle brackets.
func (l *lexer) hex() string {
	var out []byte
	half := -1
	for l.at++; l.at < len(l.src) && l.src[l.at] != '>'; l.at++ {
		d := hexDigit(l.src[l.at])
		switch {
		case d < 0:
		case half < 0:
			half = d
		default:
			out = append(out, byte(half<<4|d))
			half = -1
		}
	}
	l.at = min(l.at+1, len(l.src))
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return string(out)
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// skipImage moves behind a picture that stands in the drawing itself: BI … ID,
// its bytes, EI.
func (l *lexer) skipImage() {
	i := bytes.Index(l.src[l.at:], []byte("ID"))
	if i < 0 {
		l.at = len(l.src)
		return
	}
	l.at += i + 2
	for {
		i := bytes.Index(l.src[l.at:], []byte("EI"))
		if i < 0 {
			l.at = len(l.src)
			return
		}
		l.at += i + 2
		if i > 0 && isSpace(l.src[l.at-3]) && (l.at == len(l.src) || isSpace(l.src[l.at])) {
			return
		}
	}
}
