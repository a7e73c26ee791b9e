namespace CigHub.Web.Data.Preferenze;

/// <summary>Proves that <c>PreferenceGuard</c> allows this person to write the person's own preferences.</summary>
/// <remarks>
/// Only the guard makes permits (an architecture test reads the sources), so a store that requires one cannot be written to without the
/// check.
/// </remarks>
public sealed record OwnPreferences(Guid PersonaId);

/// <summary>
/// Proves that <c>PreferenceGuard</c> allows the RUP to set an open request back to its first step and to remove its ticks.
/// </summary>
public sealed record RequestRestart(Guid AffidamentoId);

/// <summary>Proves that <c>PreferenceGuard</c> allows the RUP to move an open request to this step, which its percorso has.</summary>
public sealed record RequestStep(Guid AffidamentoId, int Passo);

/// <summary>Proves that <c>PreferenceGuard</c> allows the RUP to tick this value, which the open request carries to the portal.</summary>
public sealed record RequestTick(Guid AffidamentoId, string Percorso);
