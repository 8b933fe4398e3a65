package target

import "testing"

func TestPlainNumbers(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"城镇新增就业3万人", "城镇新增就业30000人"},
		{"城镇新增就业三万人", "城镇新增就业30000人"},
		{"财政民生支出172.3亿元", "财政民生支出17230000000元"},
		{"新建五百八十个", "新建580个"},
		{"增长百分之八以上", "增长8%以上"},
		{"总产值1,200万元", "总产值12000000元"},
		{"PM2.5下降９.8%", "PM2.5下降9.8%"},
		{"一些百姓十分关心，三个一批", "一些百姓十分关心，三个一批"},
		{"10千伏线路", "10千伏线路"},
		{"培训5000多人", "培训5000多人"},
	} {
		if got := Plain(tt.text); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.text, got, tt.want)
		}
	}
}
