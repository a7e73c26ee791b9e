using CigHub.Domain.Common;
using CigHub.Domain.Palestra;
using CigHub.Web.Common;
using CigHub.Web.Demo.Palestra.Archivio;
using Microsoft.AspNetCore.WebUtilities;

namespace CigHub.Web.Demo.Palestra;

/// <summary>The commands of the palestra. The texts of the form come with each command, as on the portal. Nothing is saved automatically.</summary>
public static class PalestraCommands
{
    public const string
        Salva = "salva", RichiediCig = "richiedi-cig",
        ModificaCupImporto = "modifica", InviaModifica = "invia-modifica", AnnullaModifica = "annulla-modifica";

    public const string Elimina = "elimina", Copia = "copia", Selezione = "selezione", PrendiInCarico = "prendi-in-carico";

    /// <summary>The names of the form fields with the ticked rows and with the filter of the list.</summary>
    public const string CampoSelezionati = "sel", CampoFiltro = "filtro";

    public static void Mappa(IEndpointRouteBuilder gruppo)
    {
        gruppo.MapPost(AppRoutes.PalestraSuiSelezionati, SuiSelezionati).AddEndpointFilter(Disconnette);
        gruppo.MapPost(AppRoutes.PalestraConferma, Conferma).AddEndpointFilter(Disconnette);
        gruppo.MapPost(AppRoutes.PalestraComando, SulDocumento).AddEndpointFilter(Disconnette);
    }

    /// <summary>
    /// Ends the session at the next operation, when the trainer has set this. <em>Richiedi CIG</em> checks the switch itself, because it
    /// counts requests.
    /// </summary>
    private static async ValueTask<object?> Disconnette(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return http.Request.RouteValues["comando"] as string != RichiediCig
            && await http.RequestServices.GetRequiredService<PalestraStore>().SiDisconnette(http.Ospite().PersonaId)
                ? await FuoriSessione(http)
                : await next(context);
    }

    private static async Task<IResult> FuoriSessione(HttpContext http)
    {
        await SpidSession.Esci(http);
        return TypedResults.Redirect(PalestraPages.SessioneScaduta);
    }

    private static async Task<IResult> SulDocumento(
        HttpContext http, Guid id, string comando, IFormCollection modulo, PalestraStore archivio, TimeProvider clock)
    {
        var (ospite, dati) = (http.Ospite(), Letti(modulo));
        if (comando == RichiediCig)
        {
            return await Richiedi(http, id, dati, archivio, clock);
        }

        if (PalestraMenuItem.Trova(comando) is not null || comando == Salva)
        {
            // Save the typed data before another page opens. A sent document does not change.
            var inviato = comando != Salva && await archivio.Leggi(ospite.PersonaId, id) is { Inviato: true };
            var salvato = inviato ? Result.Ok : await archivio.Salva(ospite.PersonaId, id, ospite.Nome, dati);
            return await Dopo(
                http, id, dati, salvato, archivio,
                comando == Salva ? AppRoutes.PalestraDocumentoDi(id) + "?esito=salvato" : AppRoutes.PalestraComandoDi(id, comando));
        }

        (Func<DocumentoPalestra, DateTime, Result> Atto, string Esito)? scelta = comando switch
        {
            ModificaCupImporto => ((d, _) => d.ApriModifica(), "modifica-aperta"),
            InviaModifica => ((d, utc) => d.InviaModifica(dati.Cup, dati.ImportoAppalto, utc), "modifica-inviata"),
            AnnullaModifica => ((d, _) => d.AnnullaModifica(), "modifica-annullata"),
            _ => null,
        };
        return scelta is { } fare
            ? await Dopo(
                http, id, dati, await archivio.Agisci(ospite.PersonaId, id, fare.Atto), archivio,
                $"{AppRoutes.PalestraDocumentoDi(id)}?esito={fare.Esito}")
            : PalestraPages.NonTrovato(http);
    }

    private static async Task<IResult> Richiedi(HttpContext http, Guid id, DatiDocumento dati, PalestraStore archivio, TimeProvider clock)
    {
        var risposta = await archivio.RichiediCig(http.Ospite().PersonaId, id, http.Ospite().Nome, dati);
        if (risposta.Attesa > TimeSpan.Zero)
        {
            // The work is done by now. A user who does not wait for the answer finds the CIG in the list.
            await Task.Delay(risposta.Attesa, clock, http.RequestAborted);
        }

        return risposta.Esito switch
        {
            PortaleOutcome.Disconnesso => await FuoriSessione(http),
            PortaleOutcome.PaginaDiErrore => PalestraPages.ErroreDelPortale(http),
            _ => await Dopo(
                http, id, dati, risposta.Errori.Count == 0 ? Result.Ok : Result.Refused(risposta.Errori), archivio,
                AppRoutes.PalestraDocumentoDi(id) + "?esito=cig"),
        };
    }

    private static async Task<IResult> Conferma(HttpContext http, Guid id, string comando, IFormCollection modulo, PalestraStore archivio)
    {
        if (PalestraMenuItem.Trova(comando) is not { } voce)
        {
            return PalestraPages.NonTrovato(http);
        }

        string Testo(string nome) => Breve(modulo[nome]);
        var esito = await archivio.Agisci(http.Ospite().PersonaId, id, (d, utc) =>
        {
            if (voce == PalestraMenuItem.AnnullaAffidamento)
            {
                return d.Annulla(Testo("Motivo"), utc);
            }

            if (voce == PalestraMenuItem.SostituzioneRup)
            {
                return d.SostituisciRup(Testo("CodiceFiscaleRup"), Testo("NomeRup"));
            }

            if (voce == PalestraMenuItem.DescrizioneOperazione)
            {
                d.Descrivi(Testo("DescrizioneOperazione"));
            }
            else
            {
                d.Classifica(Testo("CategoriaAppalto"));
            }

            return Result.Ok;
        });
        if (esito.IsSuccess)
        {
            return TypedResults.Redirect($"{AppRoutes.PalestraDocumentoDi(id)}?esito={(
                voce == PalestraMenuItem.AnnullaAffidamento ? "annullato" : voce == PalestraMenuItem.SostituzioneRup ? "rup" : "registrato")}");
        }

        return await archivio.Leggi(http.Ospite().PersonaId, id) is { } documento
            ? PalestraPages.Voce(http, documento, voce, esito.Errors)
            : PalestraPages.NonTrovato(http);
    }

    private static async Task<IResult> SuiSelezionati(HttpContext http, string comando, IFormCollection modulo, PalestraStore archivio)
    {
        var ospite = http.Ospite();
        var ids = modulo[CampoSelezionati].Select(s => Guid.TryParse(s, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToHashSet();
        var filtro = new QueryCollection(QueryHelpers.ParseQuery(modulo[CampoFiltro]));
        if (ids.Count == 0 && comando != Selezione)
        {
            return await PalestraPages.Elenco(http, archivio, filtro, [new Error("palestra.nessuna-riga", "Selezionare almeno una riga.")], null);
        }

        var (esito, parola) = (Result.Ok, "");
        switch (comando)
        {
            case Elimina:
                (esito, parola) = (await archivio.Elimina(ospite.PersonaId, ids), "eliminati");
                break;
            case Copia:
                (esito, parola) = (await archivio.Copia(ospite.PersonaId, ids), "copiati");
                break;
            case Selezione:
                (esito, parola) = (await archivio.Seleziona(ospite.PersonaId, ids), "selezionati");
                break;
            case PrendiInCarico:
                (esito, parola) = (await archivio.Agisci(ospite.PersonaId, ids, d => d.PrendiInCarico(ospite.Nome)), "in-carico");
                break;
            default:
                return PalestraPages.NonTrovato(http);
        }

        return esito.IsSuccess
            ? TypedResults.Redirect(QueryHelpers.AddQueryString(AppRoutes.PalestraElenco + PalestraFilter.Da(filtro).Query(), "esito", parola))
            : await PalestraPages.Elenco(http, archivio, filtro, esito.Errors, null);
    }

    /// <summary>Redirects to an address when the act succeeded; otherwise shows the document with the typed data and the errors.</summary>
    private static async Task<IResult> Dopo(HttpContext http, Guid id, DatiDocumento dati, Result esito, PalestraStore archivio, string indirizzo)
    {
        if (esito.IsSuccess)
        {
            return TypedResults.Redirect(indirizzo);
        }

        return await archivio.Leggi(http.Ospite().PersonaId, id) is { } documento
            ? PalestraPages.Documento(
                http,
                documento,
                documento.Inviato
                    ? documento.Dati with
                    {
                        Cup = documento.InModifica ? dati.Cup : documento.Dati.Cup,
                        ImportoAppalto = documento.InModifica ? dati.ImportoAppalto : documento.Dati.ImportoAppalto
                    }
                    : dati,
                esito.Errors,
                null)
            : PalestraPages.NonTrovato(http);
    }

    private static DatiDocumento Letti(IFormCollection modulo) => new()
    {
        TitoloDocumento = Breve(modulo[nameof(DatiDocumento.TitoloDocumento)]),
        EnteProponente = Breve(modulo[nameof(DatiDocumento.EnteProponente)]),
        Oggetto = Breve(modulo[nameof(DatiDocumento.Oggetto)]),
        TipoDiAppalto = Breve(modulo[nameof(DatiDocumento.TipoDiAppalto)]),
        Cup = Breve(modulo[nameof(DatiDocumento.Cup)]),
        CigPadre = Breve(modulo[nameof(DatiDocumento.CigPadre)]),
        DescrizioneCigPadre = Breve(modulo[nameof(DatiDocumento.DescrizioneCigPadre)]),
        LuogoIstat = Breve(modulo[nameof(DatiDocumento.LuogoIstat)]),
        Cpv = Breve(modulo[nameof(DatiDocumento.Cpv)]),
        ImportoAppalto = Breve(modulo[nameof(DatiDocumento.ImportoAppalto)]),
        DenominazioneOe = Breve(modulo[nameof(DatiDocumento.DenominazioneOe)]),
    };

    private static string Breve(string? testo)
    {
        var pulito = (testo ?? "").Trim();
        return pulito.Length <= DatiDocumento.MaxTesto ? pulito : pulito[..DatiDocumento.MaxTesto];
    }
}
