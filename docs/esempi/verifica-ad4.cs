// What ANAC's schema and ANAC's rules say of schede AD4: one scheda a line in, one verdict a line out.
//   dotnet run docs/esempi/verifica-ad4.cs < schede.ndjson
#:project ../../CigHub.Domain/CigHub.Domain.csproj
#:property PublishAot=false

using System.Text;
using CigHub.Domain.Affidamenti.Ad4;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var schede = new StreamReader(Console.OpenStandardInput(), utf8);
using var esiti = new StreamWriter(Console.OpenStandardOutput(), utf8) { NewLine = "\n" };
while (schede.ReadLine() is { } riga)
{
    esiti.WriteLine(VerificaAd4.Riga(riga));
}
