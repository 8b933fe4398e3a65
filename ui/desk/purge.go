package desk

import (
	"errors"
	"os"
	"path/filepath"

	"deputydesk/annotate/store"
)

// indexFolder holds the index of reports in the data folder.
const indexFolder = "index"

// personal are the settings that say something of a person or of what was read.
var personal = []string{card, recentQueries, view}

// Purge 清除本届个人信息 removes everything that was typed into or brought to the
// data folder, for good, with its backups; no window may have it open, and
// secret opens a sealed one. Keys and looks stay. What could not be removed is
// returned, and so is a folder elsewhere that got copies each day, which only
// its owner may empty.
func Purge(folder, secret string) (left []string, err error) {
	s, recovery, err := store.Open(folder, store.With(secret))
	if err != nil {
		return nil, err
	}
	_ = recovery // what was damaged goes as well
	copies := ""
	_, err = s.Setting(backupSetting, &copies)
	if err == nil {
		left, err = s.Purge(personal...)
	}
	if err = errors.Join(err, s.Close()); err != nil {
		return nil, err
	}
	if os.RemoveAll(filepath.Join(folder, indexFolder)) != nil {
		left = append(left, filepath.Join(folder, indexFolder))
	}
	if copies != "" {
		left = append(left, copies)
	}
	return left, nil
}
