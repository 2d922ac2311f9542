package io.sqe.gateway.flight.limit;

/**
 * Everything that has a limit. Each refinement answers new limits.
 *
 * @param messages sizes on the wire
 * @param work what may run at once
 * @param held what may be kept for clients between calls
 * @param idle how long it is kept
 * @param connections how long a connection may leave the service waiting
 */
public record FlightLimits(
        MessageLimits messages, WorkLimits work, HeldLimits held, IdleLimits idle, ConnectionLimits connections) {

    public static FlightLimits standard() {
        return new FlightLimits(
                MessageLimits.standard(),
                WorkLimits.standard(),
                HeldLimits.standard(),
                IdleLimits.standard(),
                ConnectionLimits.standard());
    }

    public FlightLimits with(MessageLimits other) {
        return new FlightLimits(other, work, held, idle, connections);
    }

    public FlightLimits with(WorkLimits other) {
        return new FlightLimits(messages, other, held, idle, connections);
    }

    public FlightLimits with(HeldLimits other) {
        return new FlightLimits(messages, work, other, idle, connections);
    }

    public FlightLimits with(IdleLimits other) {
        return new FlightLimits(messages, work, held, other, connections);
    }

    public FlightLimits with(ConnectionLimits other) {
        return new FlightLimits(messages, work, held, idle, other);
    }
}
