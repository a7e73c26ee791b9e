using System.Globalization;

namespace CigHub.Domain.Registro;

/// <summary>
/// Gives the people of one document numbers in place of their names: <c>P001</c> for the first who appears, <c>P002</c> for the next. The
/// same person has the same number in the whole document, and in no other one.
/// </summary>
/// <remarks>
/// The numbers say nothing about names, ids or seniority. Whoever may open the registro finds the person by the number of the event, so no
/// list that leads back is written anywhere. Source: GDPR art. 4(5). It is not safe for several threads at once.
/// </remarks>
public sealed class Pseudonimi
{
    private readonly Dictionary<Guid, int> _numeri = [];

    /// <summary>Returns the pseudonym of a person.</summary>
    public string Della(Guid persona)
    {
        if (!_numeri.TryGetValue(persona, out var numero))
        {
            _numeri[persona] = numero = _numeri.Count + 1;
        }

        return string.Create(CultureInfo.InvariantCulture, $"P{numero:000}");
    }
}
