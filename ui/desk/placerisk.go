package desk

import (
	"errors"
	"path/filepath"
	"strings"
)

// Why a data folder may lose what is written to it: two programs that cannot
// see each other's locks write there.
var (
	ErrSynced        = errors.New("the data folder is copied elsewhere by a synchronising program")
	ErrNetworkFolder = errors.New("the data folder lies on another machine")
)

// synchronised are the folders of programs that copy files to other machines
// while they are being written, as they are named on a disk, in lower case.
var synchronised = []string{
	"onedrive", "dropbox", "icloud", "icloud drive", "com~apple~clouddocs", "google drive", "googledrive", "nextcloud", "owncloud", "seafile",
	"坚果云", "我的坚果云", "nutstore", "nutstore files", "baidusyncdisk", "百度网盘同步空间", "wps云盘", "wpsdrive", "wps cloud files", "aliyundrive", "阿里云盘", "微云同步", "115sync",
}

// FolderRisk says why folder is no place for the data: ErrSynced or
// ErrNetworkFolder, nil if nothing speaks against it.
func FolderRisk(folder string) error {
	path, err := filepath.Abs(folder)
	if err != nil {
		path = folder
	}
	if strings.HasPrefix(folder, `\\`) || remote(path) {
		return ErrNetworkFolder
	}
	for _, part := range strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '\\' }) {
		part = strings.ToLower(part)
		for _, name := range synchronised {
			if part == name || strings.HasPrefix(part, name+" - ") {
				return ErrSynced
			}
		}
	}
	return nil
}

// warnOfFolder tells the user once a start that the data folder is in a place
// where it may be damaged.
func (d *Desk) warnOfFolder() { d.tell(FolderRisk(d.set.Folder)) }
