// Package manual is what the program says about itself at length: the manual
// 使用手册, and what an IT officer needs to let it in. Its law: each document is
// one Markdown file of this folder, in Chinese, which reads well as it is; Parse
// cuts it into blocks that know no font and no paper, so that the window and the
// press show the same words.
//
// The Markdown is a small part of it, and Parse refuses nothing: what it does
// not know is a paragraph.
//
//	# 使用手册                     the name of the document, once
//	## 一、写批注 {#margin}        a chapter; {#margin} is where F1 leads from the page "margin"
//	### 标签                       a part of it
//	- 一条                         an item, 1. 一条 a step; two blanks before it: below the last
//	> 请先备份。                   a remark that stands out
//	| 命令 | 做什么 |              a table; its first row is the head
//	![图一　写批注](note.png)      a picture of this folder
//	    certutil -hashfile         a line to be typed as it stands
//	**粗** and `deskctl`           bold words, and words as they stand in the program
//
// Lines of a paragraph are joined without a blank, as Chinese is.
package manual

import (
	"embed"
	"fmt"
	"image"
	_ "image/png" // the pictures
	"runtime"
	"strings"

	"deputydesk/assets"
)

//go:embed *.md
//go:embed *.png
var files embed.FS

// names are the documents in their order.
var names = []string{"使用手册", "工作人员手册", "安装与放行说明", "安全说明"}

// Names lists the documents, the manual first.
func Names() []string { return append([]string{}, names...) }

// Open returns a document by its name.
func Open(name string) (Document, error) {
	data, err := files.ReadFile(name + ".md")
	if err != nil {
		return Document{}, fmt.Errorf("manual: %s: %w", name, err)
	}
	return Parse(assets.Keyboard(runtime.GOOS, string(data))), nil
}

// Picture returns a picture of a document.
func Picture(file string) (image.Image, error) {
	f, err := files.Open(file)
	if err != nil {
		return nil, fmt.Errorf("manual: %w", err)
	}
	defer func() { _ = f.Close() }() // it was only read
	picture, _, err := image.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("manual: %s: %w", file, err)
	}
	return picture, nil
}

// A Document is a text in blocks, in reading order.
type Document struct {
	Title  string
	Blocks []Block
}

// A Kind is what a block is.
type Kind int

// The kinds.
const (
	Paragraph Kind = iota
	Chapter        // 一、…
	Part           // below a chapter
	Item           // of a list
	Step           // of a numbered list; Label is "1."
	Remark         // stands out
	Typed          // a line to be typed as it stands
	Table
	Figure
)

// A Block is one piece of a document.
type Block struct {
	Kind  Kind
	Spans []Span     // the words; a caption for a picture
	Label string     // of a Step, "1."; the place of a Chapter, "margin"
	Deep  bool       // an Item or Step below another one
	Rows  [][][]Span // of a Table: rows, cells, words; the first row is its head
	File  string     // of a Figure
}

// A Span is words in one manner.
type Span struct {
	Text  string
	Bold  bool
	Exact bool // as they stand in the program or on the keyboard
}

// Text is the words of spans without their manner.
func Text(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
