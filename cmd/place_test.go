package cmd_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ofAPlace may name a place: the report that comes with the program, and the
// made-up texts with which search is measured.
var ofAPlace = map[string]bool{"../seeds/seeds.go": true, "../cmd/deskctl/benchcorpus.go": true}

// provinces are named beside the cities that reports are known from.
var provinces = strings.Fields("北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆")

// What a place demands stands in a rule pack, never in code: no string of the
// program names a city or a province.
func TestNoPlaceInCode(t *testing.T) {
	data, err := os.ReadFile("../seeds/intake/places.txt")
	if err != nil {
		t.Fatal(err)
	}
	names := provinces
	for line := range strings.Lines(string(data)) {
		name, _, ok := strings.Cut(line, " ")
		if city := strings.TrimSuffix(name, "市"); ok && city != name {
			names = append(names, city)
		}
	}
	files := 0
	err = filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || ofAPlace[filepath.ToSlash(path)] {
			return err
		}
		files++
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			s, ok := n.(*ast.BasicLit)
			if !ok || s.Kind != token.STRING {
				return true
			}
			for _, name := range names {
				if strings.Contains(s.Value, name) {
					t.Errorf("%s: %s: places belong in a rule pack", set.Position(s.Pos()), s.Value)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 || len(names) < 32 {
		t.Errorf("%d files and %d names were looked at", files, len(names))
	}
}
