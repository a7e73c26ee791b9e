using CigHub.Domain.Common;
using CigHub.Domain.Registro;
using CigHub.Web.Data;
using CigHub.Web.Data.Sqlite;
using CigHub.Web.Security;
using CigHub.Web.Security.Limiti;
using CigHub.Web.Security.Sessioni;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.WritePath;

/// <summary>
/// The only code that saves business data. In one immediate transaction of its own scope: authorize, validate, handle, append the
/// events, commit. Safe to call from several places of a circuit at once.
/// </summary>
public sealed partial class CommandRunner(IServiceScopeFactory scopes, Cancello cancello, ILogger<CommandRunner> log)
{
    private const int Tentativi = 3;

    /// <summary>What somebody reads who asks for what does not exist or is another Ente's: the same in both cases.</summary>
    public static readonly Error NonTrovato = new("dati.non-trovato", "Non trovato: l'elemento non esiste, o non è del tuo Ente. Torna all'elenco e riprova.");

    public async Task<Result<Ricevuta>> Esegui<TCommand>(TCommand command, Actor actor, CancellationToken ct = default)
        where TCommand : ICommand
    {
        using var posto = await cancello.Entra(ct);
        for (var tentativo = 1; ; tentativo++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                return await UnaVolta(scope.ServiceProvider, command, actor, ct);
            }
            catch (DbUpdateConcurrencyException e) when (tentativo < Tentativi && e.Entries.All(x => x.Entity is not Aggregato))
            {
                // Another process moved the totals or the registro's head between our read and our write: read again.
            }
            catch (DbUpdateConcurrencyException)
            {
                return await scope.ServiceProvider.GetRequiredService<LastChanges>().Refusal(command, ct);
            }
            catch (DbUpdateException e) when (Vincoli.Fired(e))
            {
                return await Vincoli.Explain(e, ct);
            }
            catch (Exception e) when (StorageFault.Of(e) is { } fault)
            {
                NotSaved(typeof(TCommand).Name, fault.Code, e);
                return fault.NotSaved;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Command} was not saved: {Code}")]
    private partial void NotSaved(string command, string code, Exception cause);

    private static async Task<Result<Ricevuta>> UnaVolta<TCommand>(IServiceProvider services, TCommand command, Actor actor, CancellationToken ct)
        where TCommand : ICommand
    {
        services.GetRequiredService<Ambito>().ApriPer(actor);
        var db = services.GetRequiredService<CigHubDbContext>();
        var scrittura = services.GetRequiredService<Scrittura>();

        // A refused save ends the transaction: there is no part of it to go back to.
        db.Database.AutoSavepointsEnabled = false;
        await using var transazione = await db.Database.BeginTransactionAsync(ct);

        var autorizzazione = services.GetRequiredService<Autorizzazione>();
        var consentito = await autorizzazione.Consente(actor, TCommand.Requires, ct);
        if (!consentito || (command is ISuAffidamento su && !await autorizzazione.EDelSuoEnte(actor, su.AffidamentoId, ct)))
        {
            await scrittura.Negata(command, actor, ct);
            await transazione.CommitAsync(ct);
            return consentito ? NonTrovato : Autorizzazione.Negata;
        }

        if (Limitatore.UsoDi<TCommand>() is { } uso && command is not IForseConFile { ConFile: false } && services.GetRequiredService<Limitatore>().Conta(actor.PersonaId, uso) is { } rifiuto)
        {
            if (rifiuto.Primo)
            {
                await scrittura.Negata(command, actor, ct, Azioni.AccessoLimitato);
                await transazione.CommitAsync(ct);
            }

            return rifiuto.Errore;
        }

        if (await Completo<TCommand>.Errori(command, services.GetService<IValidator<TCommand>>(), ct) is { Count: > 0 } errori)
        {
            return Result<Ricevuta>.Refused(errori);
        }

        // Found before the handler: the domain's words about a state that the user has not seen would only puzzle.
        if (command is IVersionato seen && await seen.PresentVersion(db, ct) is { } present && present != seen.Version)
        {
            return new StaleEdit(await services.GetRequiredService<LastChanges>().Of(seen.RadiceId, ct), present);
        }

        var esito = await services.GetRequiredService<ICommandHandler<TCommand>>().Handle(command, actor, ct);
        if (!esito.IsSuccess)
        {
            return Result<Ricevuta>.Refused(esito.Errors);
        }

        var ricevuta = await scrittura.Salva(esito.Value, new Attore(actor.PersonaId, NomiRegistrati.Valore(actor.Ruolo), actor.EnteId), command as IVersionato, ct);
        await transazione.CommitAsync(ct);
        await services.GetRequiredService<IFineSessioni>().Dopo(esito.Value);
        return ricevuta;
    }
}
