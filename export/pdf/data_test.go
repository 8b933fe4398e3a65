package pdf

import (
	"bytes"
	"testing"

	"deputydesk/export"
)

func TestDataComesBackOutOfThePaper(t *testing.T) {
	doc := export.Document{Title: "关于示例的建议", Blocks: []export.Block{export.Title{Text: "关于示例的建议"}}}
	data := bytes.Repeat([]byte("建议的数据 endstream "), 500)
	with, _, err := Write(doc, Options{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	without, _, err := Write(doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		file []byte
		want []byte
	}{
		{"as written", with, data},
		{"with notes of a viewer at the end", append(bytes.Clone(with), "99 0 obj\n<<>>\nendobj\n"...), data},
		{"without data", without, nil},
		{"cut short", with[:len(with)/20], nil},
		{"no paper", []byte("建议"), nil},
	} {
		got, ok := Data(tt.file)
		if ok != (tt.want != nil) || ok && !bytes.Equal(got, tt.want) {
			t.Errorf("%s: %d bytes, %t", tt.name, len(got), ok)
		}
	}
}
