// Reads an attestazione, a proof of inclusion and a proof of consistency of CigHub with Go's own packages (sumdb/note, sumdb/tlog), without
// anything of CigHub. Debian: apt-get install golang-go golang-golang-x-mod-dev, then, in a folder with the five files below:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run attestazioni.go
//
// key.txt: the public key; old.txt: the earlier attestazione; event.json: the exact bytes of an event; inclusion.txt: its proof;
// consistency.txt: the proof from the earlier attestazione to a later one.
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func fail(what string, err error) {
	if err != nil {
		fmt.Println(what+":", err)
		os.Exit(1)
	}
}

func read(name string) string {
	text, err := os.ReadFile(name)
	fail(name, err)
	return string(text)
}

func hash(line string) (h tlog.Hash) {
	bytes, err := base64.StdEncoding.DecodeString(line)
	fail("hash", err)
	copy(h[:], bytes)
	return h
}

func checkpoint(text string, verifiers note.Verifiers) (int64, tlog.Hash) {
	opened, err := note.Open([]byte(text), verifiers)
	fail("note", err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	fail("size", err)
	return size, hash(lines[2])
}

func hashes(lines []string) (proof []tlog.Hash) {
	for _, line := range lines {
		proof = append(proof, hash(line))
	}
	return proof
}

func main() {
	verifier, err := note.NewVerifier(read("key.txt"))
	fail("key", err)
	verifiers := note.VerifierList(verifier)
	oldSize, oldRoot := checkpoint(read("old.txt"), verifiers)

	head, signed, _ := strings.Cut(read("inclusion.txt"), "\n\n")
	size, root := checkpoint(signed, verifiers)
	lines := strings.Split(head, "\n")
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	fail("index", err)
	fail("inclusion", tlog.CheckRecord(hashes(lines[2:]), size, root, index, tlog.RecordHash([]byte(read("event.json")))))

	head, signed, _ = strings.Cut(read("consistency.txt"), "\n\n")
	size, root = checkpoint(signed, verifiers)
	lines = strings.Split(head, "\n")
	if lines[0] != fmt.Sprint("old ", oldSize) {
		fail("consistency", fmt.Errorf("%s", lines[0]))
	}
	fail("consistency", tlog.CheckTree(hashes(lines[1:]), size, root, oldSize, oldRoot))
	fmt.Println("ok")
}
