package baton.journal.seal;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.HoldsPersonalData;
import baton.contract.Sealed;
import baton.journal.envelope.JournalJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Closes and opens personal data: its JSON under AES-256-GCM with the event's id as associated
 * data, so that a box cannot be moved to another event. Reading is always explicit, through {@link
 * #open}.
 */
public final class Sealer {
  private final Keyring keyring;

  public Sealer(Keyring keyring) {
    this.keyring = keyring;
  }

  /**
   * What is in the box.
   *
   * @param eventId the event in which the box was stored
   * @throws KeyGone if its key was disposed of
   * @throws Tampered if the box is not what that event sealed
   */
  public <T> T open(Sealed<T> sealed, EventId eventId, Class<T> type) {
    if (sealed.isOpen()) return sealed.open();
    try {
      byte[] box = Base64.getDecoder().decode(sealed.box());
      byte[] plain = keyring.find(sealed.key()).open(box, associated(eventId));
      return JournalJson.mapper().readValue(plain, type);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Tampered("the sealed part of event " + eventId + " does not open");
    } catch (IOException e) {
      // Jackson's own message would quote the personal data.
      throw new Tampered("the sealed part of event " + eventId + " is not a " + type.getName());
    }
  }

  /** The open data in a box. */
  public <T> Sealed<T> seal(T open, EventId eventId, DataKey key) {
    try {
      byte[] plain = JournalJson.mapper().writeValueAsBytes(open);
      return Sealed.box(key.id(), key.seal(plain, associated(eventId)));
    } catch (GeneralSecurityException | JsonProcessingException e) {
      throw new IllegalStateException("cannot seal the personal data of event " + eventId);
    }
  }

  /** Whether an event carries personal data that is still to be sealed. */
  public static boolean isOpen(BatonEvent event) {
    return event instanceof HoldsPersonalData<?, ?> holder
        && holder.sealed() != null
        && holder.sealed().isOpen();
  }

  /** The same event with its personal data in a box. */
  public <T, E extends BatonEvent> E seal(
      HoldsPersonalData<T, E> event, EventId eventId, DataKey key) {
    return event.withSealed(seal(event.sealed().open(), eventId, key));
  }

  private static byte[] associated(EventId eventId) {
    return eventId.toString().getBytes(StandardCharsets.UTF_8);
  }
}
