using Virker.Kernel;
using Virker.Platform;

namespace Virker.Casework;

/// <summary>A conversation with a citizen has been held and written down.</summary>
public sealed record ConversationTookPlace(MeetingId Meeting, CitizenId Citizen, UserId? Worker, DateTimeOffset At)
    : IEvent;
