using CigHub.Web.UseCases;

namespace CigHub.Tests.Support;

/// <summary>
/// The three tests that every command must have. <see cref="Architecture.StaleEditRuleTests"/> fails when a command has no class that
/// derives from this one.
/// </summary>
public abstract class CommandContract<TCommand> : WithBench
    where TCommand : ICommand
{
    [Fact]
    public abstract Task Fa_cio_che_dice();

    [Fact]
    public abstract Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato();

    [Fact]
    public abstract Task In_uno_stato_che_non_lo_ammette_e_rifiutato();
}
