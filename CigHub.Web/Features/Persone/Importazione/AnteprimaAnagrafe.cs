using CigHub.Domain.Common;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.Importazione;

/// <summary>The outcome of one row of the preview: what it would do in Italian words, and its errors by field.</summary>
/// <param name="Cambia">Says whether the row would add something.</param>
public sealed record EsitoDellaRiga(string Esito, bool Cambia, IReadOnlyList<Error> Errors);

/// <summary>The preview of a sheet of Enti or of people: the outcome of each row, in order.</summary>
public sealed record AnteprimaAnagrafe(IReadOnlyList<EsitoDellaRiga> Righe)
{
    public int Sbagliate => Righe.Count(r => r.Errors.Count > 0);

    public int DaAggiungere => Righe.Count(r => r.Cambia);

    internal static AnteprimaAnagrafe Of(IEnumerable<Result<RigaControllata>> righe) => new(
    [
        .. righe.Select(r => r.TryGet(out var fatta)
            ? new EsitoDellaRiga(fatta.Esito, fatta.Cambia, [])
            : new EsitoDellaRiga("Da correggere", false, r.Errors)),
    ]);
}

/// <summary>Checks rows of Enti exactly as the command that imports them would, and saves nothing.</summary>
[Limited(LimitedUse.Upload)]
public sealed class AnteprimaEnti(ControlloAnagrafe controllo) : IQuery
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<AnteprimaAnagrafe?> Run(IReadOnlyList<RigaAnagrafe> righe, CancellationToken ct = default) =>
        AnteprimaAnagrafe.Of(await controllo.Enti(righe, ct));
}

/// <summary>Checks rows of people with their roles exactly as the command that imports them would, and saves nothing.</summary>
[Limited(LimitedUse.Upload)]
public sealed class AnteprimaPersone(ControlloAnagrafe controllo) : IQuery
{
    public static Permission Requires => Permission.GestisciCatalogo;

    public async Task<AnteprimaAnagrafe?> Run(IReadOnlyList<RigaAnagrafe> righe, Actor actor, CancellationToken ct = default) =>
        AnteprimaAnagrafe.Of(await controllo.Persone(righe, actor, ct));
}
