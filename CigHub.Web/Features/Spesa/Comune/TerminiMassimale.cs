using CigHub.Domain.Common;
using CigHub.Web.Data;

namespace CigHub.Web.Features.Spesa.Comune;

/// <summary>
/// The terms of a massimale: massimale = aderito + in corso di adesione + adesioni comunicate da CMRC + residuo. The residuo is computed, so
/// that the terms always add up. It is negative when recorded facts exceed the massimale.
/// </summary>
/// <remarks>Equality: by the four amounts. Default: all zero.</remarks>
/// <param name="InCorso">The amount of the adhesions that CMRC confirmed, and of those whose CIG is being requested.</param>
public readonly record struct TerminiMassimale(Importo Massimale, Importo Aderito, Importo InCorso, Importo Comunicate)
{
    public Importo Residuo => Massimale - Occupato;

    /// <summary>The amount that is taken, whoever took it.</summary>
    public Importo Occupato => Aderito + InCorso + Comunicate;

    /// <summary>The percentage of the massimale that is left. Zero where there is no massimale.</summary>
    public decimal PercentualeResidua => Massimale.Centesimi <= 0 ? 0 : 100m * Residuo.Centesimi / Massimale.Centesimi;

    public static TerminiMassimale Somma(IEnumerable<TerminiMassimale> termini) => termini.Aggregate(default(TerminiMassimale), (a, b) => a + b);

    public static TerminiMassimale operator +(TerminiMassimale a, TerminiMassimale b) =>
        new(a.Massimale + b.Massimale, a.Aderito + b.Aderito, a.InCorso + b.InCorso, a.Comunicate + b.Comunicate);

    /// <summary>Returns the terms for sums in cents.</summary>
    internal static TerminiMassimale DaCentesimi(long massimale, long aderito, long inCorso, long comunicate) => new(
        Importo.DaCentesimi(massimale), Importo.DaCentesimi(aderito), Importo.DaCentesimi(inCorso), Importo.DaCentesimi(comunicate));
}

/// <summary>The Enti whose amounts a user may see one by one: all, one, or none.</summary>
/// <remarks>Equality: by both members. The amounts of all other Enti are one sum, «Altri Enti».</remarks>
/// <param name="Tutti">Says whether the user sees every Ente.</param>
/// <param name="SoloEnte">The one Ente that the user sees. Null when the user sees all of them or none.</param>
public sealed record SguardoSpesa(bool Tutti, Guid? SoloEnte)
{
    /// <summary>The id that stands for the Enti that the user may not see one by one.</summary>
    public static readonly Guid AltriEnti = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /// <summary>Returns the view of the scope's user. A delegate sees Affidamenti but no sums of the Ente.</summary>
    public static SguardoSpesa Of(Ambito ambito) =>
        new(ambito.TuttiGliEnti, ambito is { TuttiGliEnti: false, Delega: null } ? ambito.EnteId : null);

    /// <summary>Says whether the user may see the amounts of an Ente. The empty id stands for Enti outside CigHub, which everybody may see.</summary>
    public bool Vede(Guid ente) => Tutti || ente == Guid.Empty || ente == SoloEnte;
}
