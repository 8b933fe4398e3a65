package desk

import (
	"errors"
	"fmt"
	"path/filepath"
	"unicode/utf8"

	"deputydesk/annotate/store"
	"deputydesk/export"
	"deputydesk/export/pdf"
)

// ErrShort is why a passphrase is not taken.
var ErrShort = errors.New("a passphrase of fewer than 6 characters")

// ErrInside is why a backup folder is not taken: it is lost together with what
// it should replace.
var ErrInside = errors.New("the backup folder lies in the data folder")

// shortestPassphrase is in characters; six Han characters are hard to guess.
const shortestPassphrase = 6

// AsksPassphrase reports whether the desk keeps nothing yet because its data
// folder is sealed: open it again with Settings.Secret.
func (d *Desk) AsksPassphrase() bool {
	return errors.Is(d.trouble, store.ErrSealed) || errors.Is(d.trouble, store.ErrPassphrase)
}

// CheckSecret says whether secret, a passphrase or a recovery code, opens the
// sealed data folder; nil if it does. It takes some tenths of a second.
func CheckSecret(folder, secret string) error { return store.CheckSecret(folder, secret) }

// SealedFolder reports whether folder asks for a passphrase.
func SealedFolder(folder string) bool { return folder != "" && store.Sealed(folder) }

// SealedCopy reports whether the copy at path asks for a passphrase.
func SealedCopy(path string) bool { return store.SealedCopy(path) }

// lockSetting holds after how many minutes without a touch the desk locks.
const lockSetting = "lock.minutes"

// LockAfter is after how many minutes without a touch a sealed desk locks; 0 is
// never.
func (d *Desk) LockAfter() int {
	minutes := 10
	if d.store != nil {
		if _, err := d.store.Setting(lockSetting, &minutes); err != nil {
			d.tell(err)
		}
	}
	return minutes
}

// SetLockAfter chooses that time.
func (d *Desk) SetLockAfter(minutes int) error {
	if d.store == nil {
		return d.trouble
	}
	return d.store.SetSetting(lockSetting, minutes)
}

// offerSetting remembers that a passphrase was offered.
const offerSetting = "passphrase.offered"

// PassphraseOffer reports whether the user should be asked once whether a
// passphrase is wanted: there are words to protect and nobody has answered.
func (d *Desk) PassphraseOffer() bool {
	if d.store == nil || d.store.Sealed() || len(d.notes)+len(d.drafts) == 0 {
		return false
	}
	offered := false
	_, err := d.store.Setting(offerSetting, &offered)
	return err == nil && !offered
}

// PassphraseAnswered remembers that the user has answered, whatever it was.
func (d *Desk) PassphraseAnswered() {
	if d.store != nil {
		d.tell(d.store.SetSetting(offerSetting, true))
	}
}

// Sealed reports whether what is saved is encrypted on the disk.
func (d *Desk) Sealed() bool { return d.store != nil && d.store.Sealed() }

// Seal encrypts everything that was and will be saved, or changes the
// passphrase. The recovery code 恢复码 is shown once and kept nowhere.
func (d *Desk) Seal(passphrase string) (code string, err error) {
	if d.store == nil {
		return "", d.trouble
	}
	if utf8.RuneCountInString(passphrase) < shortestPassphrase {
		return "", ErrShort
	}
	if err := d.SaveAll(); err != nil {
		return "", err
	}
	code, err = d.store.Seal(passphrase)
	d.changed(Saved)
	return code, err
}

// Unseal takes the passphrase off; everything lies in clear again.
func (d *Desk) Unseal() error {
	if d.store == nil {
		return d.trouble
	}
	if err := d.SaveAll(); err != nil {
		return err
	}
	err := d.store.Unseal()
	d.changed(Saved)
	return err
}

// RecoverySheet saves a page with the recovery code at path, to be printed and
// locked away.
func (d *Desk) RecoverySheet(code, path string) (Paper, error) {
	folder := ""
	if d.store != nil {
		folder = d.store.Dir()
	}
	doc := export.RecoverySheet(code, folder, d.set.Now())
	data, info, err := pdf.Write(doc, pdf.Options{})
	if err != nil {
		return Paper{}, fmt.Errorf("%s: %w", path, err)
	}
	file, err := save(path, data)
	return Paper{File: file, Pages: info.Pages, NoFang: info.NoFang}, err
}

// Backup saves a copy of everything at path and reads it back. The copy of a
// sealed desk is sealed with the same passphrase.
func (d *Desk) Backup(path string) error {
	if d.store == nil {
		return d.trouble
	}
	if err := d.SaveAll(); err != nil {
		return err
	}
	if err := d.store.Backup(path); err != nil {
		return err
	}
	return d.store.Verify(path)
}

// Restore puts the copy at path in the place of what the data folder holds,
// which no window may have open; secret opens a sealed copy. What was there is
// kept under the name that is returned, "" if there was nothing.
func Restore(folder, path, secret string) (kept string, err error) {
	return store.Restore(folder, path, store.With(secret))
}

// backupSetting holds the folder that gets a copy each day.
const backupSetting = "backup.folder"

// BackupFolder is where a copy is put each day beside the data folder's own; ""
// if nowhere.
func (d *Desk) BackupFolder() string {
	var folder string
	if d.store != nil {
		if _, err := d.store.Setting(backupSetting, &folder); err != nil {
			d.tell(err)
		}
	}
	return folder
}

// SetBackupFolder chooses that folder and puts the first copy there; "" chooses
// none.
func (d *Desk) SetBackupFolder(folder string) error {
	if d.store == nil {
		return d.trouble
	}
	if folder != "" {
		if within(d.store.Dir(), folder) {
			return fmt.Errorf("%s: %w", folder, ErrInside)
		}
		if err := d.SaveAll(); err != nil {
			return err
		}
		if _, err := d.store.BackupDaily(folder); err != nil {
			return err
		}
	}
	return d.store.SetSetting(backupSetting, folder)
}

// copyAway puts the day's copy into the chosen folder. A stick that is not
// plugged in today must not keep anybody from working, but they are told.
func (d *Desk) copyAway() {
	if folder := d.BackupFolder(); folder != "" {
		if _, err := d.store.BackupDaily(folder); err != nil {
			d.tell(&Refusal{Key: "errors.backupfolder", Args: []any{"folder", folder}, Why: err})
		}
	}
}

func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && (rel == "." || filepath.IsLocal(rel))
}
