namespace CigHub.Web.Data.Preferenze;

/// <summary>Proves that <c>PreferenceGuard</c> allows a person to write preferences of their own.</summary>
/// <remarks>
/// Only the guard makes permits (an architecture test reads the sources), so a store that requires one cannot be written to without the
/// check.
/// </remarks>
public sealed record OwnPreferences(Guid PersonaId);

/// <summary>Proves that the guard allows the RUP to take the position and the ticks of an open request back to the start.</summary>
public sealed record RequestRestart(Guid AffidamentoId);

/// <summary>Proves that the guard allows the RUP to bring an open request to a step that its percorso has.</summary>
public sealed record RequestStep(Guid AffidamentoId, int Passo);

/// <summary>Proves that the guard allows the RUP to tick a value that the open request carries to the portal.</summary>
public sealed record RequestTick(Guid AffidamentoId, string Percorso);
