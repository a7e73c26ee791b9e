#!/usr/bin/env python3
"""Verifica un dossier di CigHub senza CigHub e senza rete: basta Python 3.8, nessuna libreria in più.

    python3 -I verifica.py [CARTELLA] [--attestazione FILE]... [--chiave TESTO] [--coerenza FILE]... [--evento FILE]...

CARTELLA è il dossier estratto (predefinita: quella di questo programma). --attestazione confronta con un'attestazione conservata altrove;
--chiave è la chiave pubblica che ti è stata consegnata da altri; --coerenza è una prova tra due attestazioni, che si controlla anche senza
dossier con --chiave e --attestazione; --evento ha il testo esatto di uno o più eventi, uno per riga, e dice se sono tra quelli attestati.
Codice di uscita: 0 coerente, 1 non coerente, 2 riga di comando errata.
"""
import sys
# Un modulo messo accanto a questo programma non prende il posto di quello della libreria: con -I la cartella non c'è già.
if not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)): del sys.path[0]
import argparse, base64, hashlib, heapq, json, os, re, unicodedata

CHE_FARE = ("Cause possibili: ripristino di un backup, file di un'altra installazione, alterazione. "
            "Non modificare nulla; conserva copia; avvisa RPCT e dirigente.")

# --- Ed25519, solo la verifica (RFC 8032) ---------------------------------------------------------------------------------------------
P, Q = 2 ** 255 - 19, 2 ** 252 + 27742317777372353535851937790883648493
D, I = -121665 * pow(121666, P - 2, P) % P, pow(2, (P - 1) // 4, P)

def punto_somma(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    x, y, z, t = f - e, h - g, h + g, f + e
    return (x * y % P, z * t % P, y * z % P, x * t % P)

def punto_per(n, a):
    somma = (0, 1, 1, 0)
    while n > 0: somma, a, n = punto_somma(somma, a) if n & 1 else somma, punto_somma(a, a), n >> 1
    return somma

def radice_x(y, segno):
    if y >= P: return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0: return None if segno else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P != 0: x = x * I % P
    if (x * x - x2) % P != 0: return None
    return P - x if (x & 1) != segno else x

def punto_leggi(testo):
    segno, y = testo[31] >> 7, int.from_bytes(testo, "little") & ((1 << 255) - 1)
    x = radice_x(y, segno)
    return None if x is None else (x, y, 1, x * y % P)

GY = 4 * pow(5, P - 2, P) % P
G = (radice_x(GY, 0), GY, 1, radice_x(GY, 0) * GY % P)

def firma_valida(pubblica, messaggio, firma):
    if len(pubblica) != 32 or len(firma) != 64: return False
    a, r = punto_leggi(pubblica), punto_leggi(firma[:32])
    s = int.from_bytes(firma[32:], "little")
    if a is None or r is None or s >= Q: return False
    h = int.from_bytes(hashlib.sha512(firma[:32] + pubblica + messaggio).digest(), "little") % Q
    b, c = punto_per(s, G), punto_somma(r, punto_per(h, a))
    return (b[0] * c[2] - c[0] * b[2]) % P == 0 and (b[1] * c[2] - c[1] * b[2]) % P == 0

# --- Note firmate e checkpoint (C2SP signed-note, tlog-checkpoint) --------------------------------------------------------------------
class Chiave:
    def __init__(self, testo, fino_a=None):
        self.testo, self.fino_a = testo.strip(), fino_a
        self.nome, numero, codice = self.testo.split("+", 2)
        dati = base64.b64decode(codice, validate=True)
        self.numero = hashlib.sha256(self.nome.encode() + b"\n" + dati).digest()[:4]
        if dati[:1] != b"\x01" or len(dati) != 33 or self.numero.hex() != numero: raise ValueError("chiave pubblica non valida: " + self.testo)
        self.pubblica = dati[1:]

class Nota:
    provata = True
    def __init__(self, testo):
        tutto = testo.replace("\r\n", "\n").strip("\n \ufeff") + "\n"
        taglio = tutto.rfind("\n\n")
        righe = tutto.split("\n")
        if taglio < 0 or len(righe) < 5: raise ValueError("non è un'attestazione")
        self.testo = tutto[:taglio + 1]
        self.origine, self.eventi, self.radice = righe[0], int(righe[1]), base64.b64decode(righe[2], validate=True)
        detta = re.search(r"^attestazione (\d+) (\d{4})-(\d\d)-(\d\d)T", self.testo, re.M)
        self.nome = "n. %s del %s/%s/%s" % (detta[1], detta[4], detta[3], detta[2]) if detta else "di %d eventi" % self.eventi
        self.firme = []
        for riga in tutto[taglio + 2:].strip("\n").split("\n"):
            parti = riga.split(" ")
            if len(parti) != 3 or parti[0] != "\u2014": raise ValueError("non è un'attestazione")
            self.firme.append((parti[1], base64.b64decode(parti[2], validate=True)))

    def firmata_da(self, chiavi):
        """La chiave, tra quelle date, che ha firmato e vale; altrimenti una che ha firmato e non vale più; altrimenti nessuna."""
        firmatarie = [c for c in chiavi for nome, f in self.firme
                      if nome == c.nome and f[:4] == c.numero and firma_valida(c.pubblica, self.testo.encode(), f[4:])]
        valide = [c for c in firmatarie if c.fino_a is None or self.eventi <= c.fino_a]
        self.chiavi = {c.testo for c in valide}
        return (valide or firmatarie or [None])[-1], bool(valide)

# --- Albero di Merkle (RFC 6962) ------------------------------------------------------------------------------------------------------
def nodo(sinistra, destra): return hashlib.sha256(b"\x01" + sinistra + destra).digest()

def continua(prima, radice_prima, dopo, radice_dopo, prova):
    """Se una prova di coerenza (RFC 6962, 2.1.2) mostra che il registro più lungo continua l'altro. I passi sono quelli di RFC 9162, 2.1.4.2."""
    if prima == dopo or prima == 0:
        return prima <= dopo and not prova and radice_prima == (radice_dopo if prima else hashlib.sha256(b"").digest())
    qui, ultimo = prima - 1, dopo - 1
    while qui & 1: qui, ultimo = qui >> 1, ultimo >> 1
    passi = ([radice_prima] if prima & (prima - 1) == 0 else []) + prova
    if prima > dopo or not passi: return False
    vecchia = nuova = passi[0]
    for vicino in passi[1:]:
        if ultimo == 0: return False
        if qui & 1 or qui == ultimo:
            vecchia, nuova = nodo(vicino, vecchia), nodo(vicino, nuova)
            while qui and not qui & 1: qui, ultimo = qui >> 1, ultimo >> 1
        else: nuova = nodo(nuova, vicino)
        qui, ultimo = qui >> 1, ultimo >> 1
    return ultimo == 0 and (vecchia, nuova) == (radice_prima, radice_dopo)

class Albero:
    """Le radici dei sottoalberi interi, da sinistra: basta per aggiungere foglie e per avere la radice in ogni momento."""
    def __init__(self):
        self.eventi, self.bordo = 0, []

    def aggiungi(self, foglia):
        bit = self.eventi
        while bit & 1: foglia, bit = nodo(self.bordo.pop(), foglia), bit >> 1
        self.bordo.append(foglia)
        self.eventi += 1

    def radice(self):
        if not self.bordo: return hashlib.sha256(b"").digest()
        radice = self.bordo[-1]
        for sinistra in reversed(self.bordo[:-1]): radice = nodo(sinistra, radice)
        return radice

def nfc(nome): return unicodedata.normalize("NFC", nome)
ESTENSIONI = {"application/pdf": (".pdf",), "image/png": (".png",), "image/jpeg": (".jpg", ".jpeg"), "application/pkcs7-mime": (".p7m",)}

def nome_nel_dossier(che, file):
    """Il nome con cui il dossier scrive il file di un atto o di una verifica: cartella, prime cifre dell'impronta, nome senza segni."""
    nome, estensioni = file["Nome"], ESTENSIONI.get(file["TipoContenuto"], ("",))
    nome += "" if nome.lower().endswith(estensioni) else estensioni[0]
    sicuro = "".join("__" if c > "\uffff" else c if c in ".-_" or unicodedata.category(c)[0] == "L" or c.isdecimal() else "_" for c in nome)
    return nfc("%s/%s-%s" % ("atti" if che.startswith("Atto/") else "due-diligence", file["Sha256"][:16], sicuro))

def foglie(cartella, campioni, file, nascosti, pseudonimi, chiavi):
    """Le foglie nell'ordine: dai byte degli eventi, o la sola impronta di quelli che il dossier non contiene."""
    def segna(evento, prima, dopo):
        for che in prima.keys() | dopo.keys():
            if che.startswith(("Atto/", "VerificaFornitore/")) and (che not in dopo or "File" in dopo[che]):
                file.pop(che, None)
                if che in dopo and dopo[che]["File"]:
                    file[che] = (nome_nel_dossier(che, dopo[che]["File"]), (evento["seq"], dopo[che]["File"]["Sha256"]))

    def eventi():
        with open(os.path.join(cartella, "eventi.ndjson"), "rb") as righe:
            for riga in righe:
                byte, evento = riga.rstrip(b"\n"), json.loads(riga.decode("utf-8"))
                if evento.get("azione") == "audit.campione-estratto" and evento.get("esito") == "ok": campioni.append(evento)
                if evento.get("azione") == "registro.chiave-sostituita": chiavi.update(str(c) for c in evento["dati"].values())
                segna(evento, evento["prima"] or {}, evento["dopo"] or {})
                yield evento["seq"], hashlib.sha256(b"\x00" + byte).digest()

    def impronte():
        with open(os.path.join(cartella, "foglie.txt"), "r", encoding="ascii") as righe:
            for riga in righe:
                seq, foglia = riga.split(" ")
                nascosti[0] += 1
                yield int(seq), base64.b64decode(foglia.strip(), validate=True)

    return heapq.merge(() if pseudonimi else eventi(), impronte() if os.path.exists(os.path.join(cartella, "foglie.txt")) else ())

# --- I campioni degli audit (docs/audit.md di CigHub ha le stesse righe) --------------------------------------------------------------
def estrai(righe, come):
    """Gli id del campione, nell'ordine delle carte di lavoro; None se li ha scelti una persona."""
    metodo, seme, quanti = come["Metodo"], come["Seme"], min(come["Quanti"], len(righe))

    def primi(id, n):
        return sorted(id, key=lambda i: hashlib.sha256(("%s:%s" % (seme, i)).encode()).hexdigest())[:n]

    if metodo == "Casuale": return primi([r[0] for r in righe], quanti)
    if metodo == "SopraImporto":
        return [r[0] for r in sorted(righe, key=lambda r: (-int(r[2]), r[0])) if int(r[2]) > come["Soglia"]]
    if metodo != "PerEnte": return None
    enti = {}
    for id, ente, _ in righe: enti.setdefault(ente, []).append(id)
    quote = {e: quanti * len(v) // len(righe) for e, v in enti.items()}
    for ente in sorted(enti, key=lambda e: (-(quanti * len(enti[e]) % len(righe)), e))[:quanti - sum(quote.values())]:
        quote[ente] += 1
    return primi([i for e in enti for i in primi(enti[e], quote[e])], quanti)

# --- La verifica ----------------------------------------------------------------------------------------------------------------------
def di(testo):
    """Scrive una riga senza caratteri di comando: un nome scritto nel dossier non finge un altro esito né nasconde il resto."""
    print(re.sub(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", "?", testo))

class Verifica:
    def __init__(self, cartella):
        self.cartella, self.difetti, self.lette, self.di_eventi = cartella, [], {}, set()
        veri = (os.path.relpath(os.path.join(dove, nome), cartella) for dove, _, nomi in os.walk(cartella) for nome in nomi if nome != ".DS_Store")
        self.file = {nfc(vero.replace(os.sep, "/")): os.path.join(cartella, vero) for vero in veri}

    def difetto(self, testo):
        self.difetti.append(testo)
        di("NO  " + testo)

    def bene(self, testo): di("ok  " + testo)

    def leggi(self, nome):
        with open(os.path.join(self.cartella, nome), "r", encoding="utf-8", newline="") as file: return file.read()

    def impronta(self, nome):
        if nome not in self.lette:
            impronta = hashlib.sha256()
            with open(self.file[nome], "rb") as file:
                for pezzo in iter(lambda: file.read(1 << 20), b""): impronta.update(pezzo)
            self.lette[nome] = impronta.hexdigest()
        return self.lette[nome]

    def impronte(self, dati):
        """I file sono quelli di SHA256SUMS, e nessun altro: tranne quelli dati a questo programma, che possono stare qui."""
        prima, righe = len(self.difetti), [riga.split("  ", 1) for riga in self.leggi("SHA256SUMS").splitlines()]
        elencati = {nfc(riga[-1]): riga[0] for riga in righe}
        for nome in {"prove.json", "dossier.html"} - elencati.keys(): self.difetto("SHA256SUMS non elenca «%s»" % nome)
        for nome, attesa in elencati.items():
            if nome not in self.file: self.difetto("manca il file «%s»" % nome)
            elif self.impronta(nome) != attesa: self.difetto("il file «%s» non è quello del dossier" % nome)
        for nome in self.file.keys() - elencati.keys() - {"SHA256SUMS"}:
            if os.path.realpath(self.file[nome]) not in dati: self.difetto("il file «%s» non è del dossier: SHA256SUMS non lo elenca" % nome)
        if len(self.difetti) == prima: self.bene("%d file corrispondono a SHA256SUMS" % len(righe))

    def allegati(self, attesi):
        """I file di atti, verifiche e campioni sono quelli che gli eventi nominano: nessuno cambiato, nessuno in più, nessuno in meno."""
        prima = len(self.difetti)
        for nome, (seq, impronta) in attesi.items():
            if nome not in self.file: self.difetto("manca il file «%s» dell'evento %d (SHA-256 %s)" % (nome, seq, impronta))
            elif self.impronta(nome) != impronta: self.difetto("il file «%s» non è quello dell'evento %d (SHA-256 %s)" % (nome, seq, impronta))
        for nome in sorted(self.file.keys() - attesi.keys() - self.di_eventi):
            if nome.startswith(("atti/", "due-diligence/", "campioni/")):
                self.difetto("il file «%s» non è di nessuno di questi eventi: rinominato, copiato o aggiunto" % nome)
        if len(self.difetti) == prima: self.bene("i file di atti e verifiche (%d) sono quelli che gli eventi nominano" % len(attesi))

    def nota(self, testo, da_dove, chiavi, origine):
        """Una nota di cui ci si può fidare, o None. Dice perché."""
        try:
            nota = Nota(testo)
        except ValueError:
            return self.difetto("%s: non è un'attestazione di CigHub" % da_dove)
        if nota.origine != origine: return self.difetto("%s: è di un'altra installazione («%s»)" % (da_dove, nota.origine))
        chiave, vale = nota.firmata_da(chiavi)
        if chiave is None: return self.difetto("%s: la firma non è valida: testo cambiato, o firmato da altri" % da_dove)
        if not vale: return self.difetto("%s: firmata con una chiave sostituita quando gli eventi erano %d" % (da_dove, chiave.fino_a))
        return nota

    def marca(self, nome, nota, verificate):
        if nota not in verificate:
            return self.difetto("la marca temporale «%s» è di «%s», che non è un'attestazione verificata di questo dossier" % (nome, nota))
        with open(os.path.join(self.cartella, *nome.split("/")), "rb") as file: marca = file.read()
        impronta = hashlib.sha256(self.leggi(nota).encode("utf-8")).digest()
        # MessageImprint: SHA-256, con o senza parametri, poi 32 byte.
        oid = b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01"
        if any(oid + mezzo + b"\x04\x20" + impronta in marca for mezzo in (b"", b"\x05\x00")):
            self.bene("la marca temporale «%s» è di «%s». Catena e firma: openssl ts -verify -data %s -in %s -CAfile CA.pem" % (nome, nota, nota, nome))
        else:
            self.difetto("la marca temporale «%s» è di un'altra impronta" % nome)

    def campione(self, evento):
        dopo, audit = evento["dopo"], evento["oggetto"]["id"]
        come, nome = dopo["Audit/" + audit]["Campione"], "campioni/%s/popolazione.csv" % audit
        self.di_eventi.add(nome)
        if not os.path.exists(os.path.join(self.cartella, *nome.split("/"))):
            return self.difetto("manca la popolazione del campione dell'evento %d («%s»)" % (evento["seq"], nome))
        testo = self.leggi(nome)
        righe = [riga.split(";") for riga in testo.splitlines()]
        carte = sorted((v["Posizione"], v["AffidamentoId"]) for k, v in dopo.items() if k.startswith("CartaDiLavoro/"))
        scelti, estratti = [id for _, id in carte], estrai(righe, come)
        if hashlib.sha256(testo.encode("utf-8")).hexdigest() != come["Impronta"]:
            self.difetto("la popolazione «%s» non è quella dell'evento %d" % (nome, evento["seq"]))
        elif (sorted(scelti) if estratti is None else estratti) != scelti or not set(scelti) <= {r[0] for r in righe}:
            self.difetto("il campione dell'evento %d non è quello che si estrae dalla sua popolazione" % evento["seq"])
        else:
            self.bene("il campione dell'evento %d (%d su %d) è quello che si estrae dalla sua popolazione" % (evento["seq"], len(scelti), len(righe)))

    def prova(self, percorso, chiavi, origine):
        """Una prova di coerenza: «old», quanti eventi attestava la prima, le impronte, una riga vuota e la seconda attestazione."""
        testa, _, scritta = self.leggi(os.path.abspath(percorso)).replace("\r\n", "\n").partition("\n\n")
        righe = testa.split("\n")
        if not re.fullmatch(r"old \d+", righe[0]): return self.difetto("%s: non è una prova di coerenza" % percorso)
        dopo = self.nota(scritta, percorso, chiavi, origine)
        return dopo and (percorso, int(righe[0][4:]), [base64.b64decode(r, validate=True) for r in righe[1:]], dopo)

    def coerenza(self, percorso, quanti, prova, dopo, note):
        prime = [n for n in note if n.eventi == quanti]
        if not prime: self.difetto("%s: serve anche l'attestazione di %d eventi: aggiungila con --attestazione" % (percorso, quanti))
        for prima in prime:
            vale = continua(quanti, prima.radice, dopo.eventi, dopo.radice, prova)
            (self.bene if vale else self.difetto)(("l'attestazione %s continua la %s: %d eventi di allora, nessuna differenza" if vale else
                                                   "l'attestazione %s non continua la %s, di %d eventi. " + CHE_FARE) % (dopo.nome, prima.nome, quanti))

    def solo_coerenza(self, altre, chiave, coerenze):
        """Le prove di coerenza senza un dossier: con le attestazioni e la chiave avute da altri."""
        chiave = Chiave(chiave)
        di("    In questa cartella non c'è un dossier: si controllano le sole prove di coerenza.")
        note = [n for n in (self.nota(self.leggi(os.path.abspath(p)), p, [chiave], chiave.nome) for p in altre) if n]
        prove = [p for p in (self.prova(p, [chiave], chiave.nome) for p in coerenze) if p]
        for passi in prove: self.coerenza(*passi, note)
        usate = {(n.eventi, n.radice) for n in note for _, quanti, _, dopo in prove if n.eventi == quanti or n.testo == dopo.testo}
        for nota in note:
            if (nota.eventi, nota.radice) not in usate:
                self.difetto("l'attestazione %s non è tra quelle di queste prove di coerenza: non è confrontata con nulla" % nota.nome)

    def tutto(self, altre, chiave_data, coerenze, testi):
        parti = ("SHA256SUMS", "prove.json", "eventi.ndjson", "foglie.txt", "dossier.html")
        if coerenze and chiave_data is not None and not testi and not any(os.path.exists(os.path.join(self.cartella, n)) for n in parti):
            return self.solo_coerenza(altre, chiave_data, coerenze)
        self.impronte({os.path.realpath(p) for p in altre + coerenze + testi})
        prove = json.loads(self.leggi("prove.json"))
        pseudonimi, cercate = prove.get("pseudonimi", False), {}
        for percorso in testi:
            with open(percorso, "rb") as righe:
                cercate.update((hashlib.sha256(b"\x00" + r.rstrip(b"\r\n")).digest(), percorso) for r in righe if r.strip())
        if testi and not cercate: self.difetto("il file dato con --evento non contiene eventi")
        if pseudonimi and os.path.exists(os.path.join(self.cartella, "eventi.ndjson")):
            self.difetto("un dossier con pseudonimi non ha eventi.ndjson: questo non è verificato, non fidarti")
        origine = prove["origine"]
        fidate = chiavi = [Chiave(c["chiave"], c.get("finoA")) for c in prove["chiavi"]]
        if chiave_data is not None:
            data = Chiave(chiave_data)
            fidate = [c for c in chiavi if c.testo == data.testo]
            if not fidate: self.difetto("la chiave che hai non è tra quelle del dossier: può averlo firmato un'altra installazione, o chi lo ha rifatto")
            origine, chiavi = data.nome, fidate + [c for c in chiavi if c.fino_a is not None and c not in fidate]
        # Solo la chiave avuta da altri firma l'attestazione di tutti gli eventi: una ritirata, scritta nel dossier, può essere di chiunque,
        # e vale solo per gli eventi che qui ci sono, con cui la sua attestazione si confronta.
        principale = self.nota(self.leggi(prove["attestazione"]), prove["attestazione"], fidate, origine)
        chiavi = [c for c in chiavi if c in fidate or (principale and c.fino_a <= principale.eventi)]
        attese = [(n, self.nota(self.leggi(n), n, chiavi, origine)) for n in prove["attestazioni"] if n != prove["attestazione"]]
        verificate = {n for n, nota in attese + [(prove["attestazione"], principale)] if nota}
        attese += [(p, self.nota(self.leggi(os.path.abspath(p)), p, chiavi, origine)) for p in altre]
        note = [n for _, n in attese if n] + [principale] * (principale is not None)
        catene = [c for c in (self.prova(p, chiavi, origine) for p in coerenze) if c]
        attese = [(da, n) for da, n in attese if n] + [(c[0], c[3]) for c in catene if principale and c[3].eventi <= principale.eventi]
        albero, campioni, file, nascosti, nominate = Albero(), [], {}, [0], set()
        radici = {n.eventi: None if n.eventi else albero.radice() for _, n in attese}
        try:
            for seq, foglia in foglie(self.cartella, campioni, file, nascosti, pseudonimi, nominate):
                if seq != albero.eventi + 1:
                    self.difetto("al posto dell'evento %d c'è l'evento %d. %s" % (albero.eventi + 1, seq, CHE_FARE))
                    break
                albero.aggiungi(foglia)
                if foglia in cercate: self.bene("l'evento %d di «%s» è tra questi" % (seq, cercate.pop(foglia)))
                if albero.eventi in radici: radici[albero.eventi] = albero.radice()
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            self.difetto("l'evento %d non si legge. %s" % (albero.eventi + 1, CHE_FARE))
        # La data di un'attestazione è provata se la firma la chiave avuta da altri o quella dell'attestazione di tutti gli eventi, o una che questi nominano.
        provate = {c.testo for c in fidate if chiave_data is not None} | (principale.chiavi if principale else set())
        if principale and (albero.eventi, albero.radice()) == (principale.eventi, principale.radice): provate |= nominate
        for nota in note + [c[3] for c in catene]:
            if not nota.chiavi & provate: nota.provata, nota.nome = False, "di %d eventi" % nota.eventi
        if principale is not None:
            self.confronta(principale.nome, principale, albero.eventi, albero.radice() if albero.eventi == principale.eventi else None)
            if albero.eventi > principale.eventi: self.difetto("ci sono più eventi di quelli attestati: %d invece di %d" % (albero.eventi, principale.eventi))
        for da, nota in attese: self.confronta("%s (%s)" % (nota.nome, da), nota, albero.eventi, radici[nota.eventi])
        for percorso in cercate.values(): self.difetto("un evento di «%s» non è tra questi: testo cambiato, o evento più recente" % percorso)
        for catena in catene: self.coerenza(*catena, note)
        for evento in campioni: self.campione(evento)
        self.allegati(dict(file.values()))
        for marca in prove.get("marche", []): self.marca(marca["marca"], marca["attestazione"], verificate)
        if pseudonimi: di("    Con pseudonimi: si verificano impronte e attestazioni; non le parole, né i campioni, né gli atti.")
        elif nascosti[0]: di("    Di %d eventi su %d c'è la sola impronta (foglie.txt): il dossier non ne dà le parole." % (nascosti[0], albero.eventi))
        di("    Non si verificano le parole di dossier.html, scostamenti.csv e requisiti.csv: confronta l'impronta dello zip con quella nel suo evento.")
        di("Chiavi: " + ", ".join(c.testo + ("" if c.testo in provate else " (la nomina solo il dossier)") for c in chiavi))
        if chiave_data is None:
            di("    Confrontale con la chiave che ti è stata consegnata, o ripeti con --chiave: da solo un dossier non prova chi lo ha firmato.")

    def confronta(self, nome, nota, eventi, radice):
        if nota.eventi > eventi:
            self.difetto("non coerente con l'attestazione %s: attesta %d eventi e ce ne sono %d. %s" % (nome, nota.eventi, eventi, CHE_FARE))
        elif radice != nota.radice:
            self.difetto("non coerente con l'attestazione %s: gli eventi non sono quelli attestati. %s" % (nome, CHE_FARE))
        elif not nota.provata:
            di("    l'attestazione %s è firmata con una chiave che solo il dossier nomina: la data non è provata" % nome)
        else:
            self.bene("coerente con l'attestazione %s: %d eventi" % (nome, nota.eventi))

def principale():
    righe = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)
    righe.add_argument("cartella", nargs="?", default=os.path.dirname(os.path.abspath(__file__)))
    righe.add_argument("--chiave")
    for nome in ("--attestazione", "--coerenza", "--evento"): righe.add_argument(nome, action="append", default=[])
    date = righe.parse_args()
    if date.chiave is not None and not date.chiave.strip(): righe.error("--chiave è vuota")
    sys.stdout.reconfigure(errors="replace")
    verifica = Verifica(date.cartella)
    try:
        verifica.tutto(date.attestazione, date.chiave, date.coerenza, date.evento)
    except Exception as errore:
        verifica.difetto("il dossier non si legge: %s" % errore)
    print("NON COERENTE" if verifica.difetti else "COERENTE")
    return 1 if verifica.difetti else 0

if __name__ == "__main__":
    sys.exit(principale())
