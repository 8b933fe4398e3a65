package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"deputydesk/annotate/store"
	"deputydesk/assets"
)

// What is said of a file names it, and not the calls that found it so.
func TestTroubleInTheWordsOfPeople(t *testing.T) {
	words := assets.Language(assets.Chinese)
	missing := &fs.PathError{Op: "open", Path: "/家/测试代表甲.dbz", Err: fs.ErrNotExist}
	for _, tt := range []struct {
		name string
		err  error
		want string
	}{
		{"no such file", fmt.Errorf("import: %w", missing), "找不到文件：/家/测试代表甲.dbz。请检查路径是否写对。"},
		{"a file of somebody else's", fmt.Errorf("synonyms: %w", &fs.PathError{Op: "stat", Path: "同义词.txt", Err: fs.ErrPermission}), "没有权限：同义词.txt。请换一个可以写入的位置。"},
		{"no room at the start", fmt.Errorf("data folder: %w: %w", ErrNoRoom, store.ErrFull), "磁盘已满，数据文件夹打不开，现在只能阅读，不能记录。已有的内容都还在。请腾出空间后重新启动。"},
		{"a data file that is gone", &store.Recovery{Backup: "desk-20260302.db"}, "数据文件不见了，已用备份 desk-20260302.db 恢复。请核对备份以后写的内容；再发生时，请让杀毒软件放行数据文件夹。"},
		{"what nobody foresaw", errors.New("odd"), "出了问题：odd。" + words.Text("errors.other.hint")},
	} {
		if said := Tell(words, tt.err); said != tt.want {
			t.Errorf("%s: said\n%s\nwant\n%s", tt.name, said, tt.want)
		}
	}
}

// English puts a space between two sentences, Chinese does not.
func TestSentencesStandApart(t *testing.T) {
	for language, want := range map[string]string{
		assets.Chinese: "没有打开的建议。请先打开一份草稿，或点“写建议”。",
		assets.English: "No draft is open. Open a draft first, or write a new one.",
	} {
		if said := Tell(assets.Language(language), ErrNoDraft); said != want {
			t.Errorf("said %q, want %q", said, want)
		}
	}
}
