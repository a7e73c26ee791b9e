namespace CigHub.Web.Data.Preferenze;

/// <summary>Shows that <c>PreferenceGuard</c> lets a person write preferences of their own.</summary>
/// <remarks>Only the guard makes permits (an architecture test reads the sources): a store that asks for one cannot be written without the check.</remarks>
public sealed record OwnPreferences(Guid PersonaId);

/// <summary>Shows that the guard lets the RUP take the position and the ticks of an open request back to the start.</summary>
public sealed record RequestRestart(Guid AffidamentoId);

/// <summary>Shows that the guard lets the RUP bring an open request to a step that its path has.</summary>
public sealed record RequestStep(Guid AffidamentoId, int Passo);

/// <summary>Shows that the guard lets the RUP tick a value that the open request carries across.</summary>
public sealed record RequestTick(Guid AffidamentoId, string Percorso);
