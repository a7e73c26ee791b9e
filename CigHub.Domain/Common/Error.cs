namespace CigHub.Domain.Common;

/// <summary>
/// A refusal that the user can act on: a stable code for tests and translations, and an Italian sentence that says what is wrong <em>and
/// what to do</em>.
/// </summary>
/// <remarks>
/// Equality: by type and by all members. Tests look at <see cref="Code"/>, never at the message. An error whose caller needs more than a
/// sentence has a type of its own.
/// </remarks>
/// <param name="Code">Lower-case words with hyphens, the area first: <c>cig.cifra-di-controllo</c>.</param>
/// <param name="Message">The sentence shown on screen, Italian.</param>
/// <param name="Field">The field that the error belongs to (a path of the scheda, or a command's property), or null.</param>
public record Error(string Code, string Message, string? Field = null);
