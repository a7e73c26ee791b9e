namespace CigHub.Domain.Affidamenti.Ad4;

/// <summary>The kind of a field of the scheda. It decides how a typed text is read, shown and written for the portal.</summary>
public enum TipoCampo
{
    /// <summary>A text of one line, kept exactly as typed.</summary>
    Testo,

    /// <summary>A text of several lines, kept exactly as typed.</summary>
    TestoLungo,

    /// <summary>An amount in euro with at most two decimals: <c>1.234,50</c>. It is never negative.</summary>
    Euro,

    /// <summary>A percentage between 0 and 100: <c>12,5</c>.</summary>
    Percentuale,

    /// <summary>A day, for example <c>24/11/2026</c>.</summary>
    Data,

    /// <summary>A yes or a no: <c>true</c> or <c>false</c>.</summary>
    SiNo,

    /// <summary>A code of one of ANAC's lists, or of the field's own <see cref="CampoAd4.Scelte"/>.</summary>
    Scelta,

    /// <summary>A CIG, whose check digits are verified.</summary>
    Cig,

    /// <summary>A CUP: a letter, two digits, a letter and eleven digits.</summary>
    Cup,

    /// <summary>A CPV code, with 8 digits as in ANAC's list.</summary>
    Cpv,

    /// <summary>An Italian codice fiscale of a person (16 characters) or of a body (11 digits).</summary>
    CodiceFiscale,

    /// <summary>The codice fiscale of a supplier, or the identifier of a foreign one (<c>DE123456789</c>).</summary>
    CodiceFiscaleOperatore,

    /// <summary>ANAC's code of a comune, which has 9 digits.</summary>
    CodIstat,

    /// <summary>A NUTS code of level 3 (a province).</summary>
    CodNuts,

    /// <summary>A UUID, which CigHub generates.</summary>
    Uuid,

    /// <summary>AUSA's code of a stazione appaltante, which only AUSA can check.</summary>
    CodiceAusa,

    /// <summary>AUSA's code of a centro di costo.</summary>
    CentroDiCosto,

    /// <summary>A country, as free text. CigHub proposes its three-letter code (ITA).</summary>
    Paese,
}

/// <summary>The sections of the editor, in the portal's order.</summary>
public enum SezioneAd4
{
    /// <summary>The data of the portal's document itself, such as its title, which stand above the other sections.</summary>
    Documento,

    /// <summary>The portal's section «ENTE PROPONENTE».</summary>
    EnteProponente,

    /// <summary>The portal's section «DATI AFFIDAMENTO»: subject, CIG Padre, CUP, place, classification.</summary>
    DatiAffidamento,

    QuadroEconomico,

    Finanziamenti,

    OperatoriEconomici,

    /// <summary>The section that applies only with PNRR or PNC money.</summary>
    ParitaDiGenere,

    Accessibilita,

    /// <summary>The data that ANAC asks for and whose place on the portal's screens is not known.</summary>
    AltriDati,
}
