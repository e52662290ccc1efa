package baton.journal.store;

import com.github.f4b6a3.uuid.UuidCreator;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifiers of Axon's messages, and so of events: UUIDv7. Found by Axon through {@code
 * META-INF/services}.
 */
public final class EventIdentifiers extends IdentifierFactory {
  @Override
  public String generateIdentifier() {
    return UuidCreator.getTimeOrderedEpochPlus1().toString();
  }
}
