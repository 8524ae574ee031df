using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Virker.Kernel;

namespace Virker.Casework;

/// <summary>Hours a week, held in whole minutes: 12,5 hours are 750.</summary>
internal sealed class HoursToMinutes() : ValueConverter<decimal, int>(
    hours => (int)Math.Round(hours * 60), minutes => minutes / 60m);
