using System.Security.Cryptography;
using CigHub.Domain.Affidamenti;
using CigHub.Web.Components;
using CigHub.Web.Features.Affidamenti.Comune;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>The section of the fascicolo that hands out the draft texts of determina and ordinativo as .docx files.</summary>
public sealed partial class BozzeDegliAtti
{
    [Inject]
    public required BrowserOutput Output { get; init; }

    private Task Download(AttoDaFirmare atto) => Once(async () =>
    {
        var file = DocxWriter.Write(atto);
        var command = new ScaricaBozzaDiAtto(Affidamento.Id, atto.Tipo, Convert.ToHexStringLower(SHA256.HashData(file)), Affidamento.Version);
        if (await RunAndReload(command, OutcomeWords.BozzaScaricata))
        {
            await Output.Download($"bozza-{atto.Titolo.Replace(' ', '-').ToLowerInvariant()}-{Affidamento.Numero}.docx", file);
        }
    });
}
