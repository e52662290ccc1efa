package baton.replay.model;

import baton.contract.Actor;
import baton.contract.AlarmId;
import baton.contract.BatchId;
import baton.contract.BatonEvent;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Which member of an event each slot of its form is, by name, as the general way takes them: what
 * stands in no slot is the same in all events of the form. Of plain records, lists and values; of
 * anything else there is no plan.
 */
final class MakingPlan {
  /** Types that a UUID may be a value of. */
  static final Map<Class<?>, Function<UUID, Object>> OF_UUID =
      Map.of(
          EventId.class, EventId::new,
          ReferralId.class, ReferralId::new,
          EscalationId.class, EscalationId::new,
          AlarmId.class, AlarmId::new,
          BatchId.class, BatchId::new,
          UUID.class, id -> id,
          String.class, UUID::toString);

  private static final Set<Class<?>> OF_SELF = Set.of(ReferralId.class, String.class);
  private static final Set<Class<?>> OF_TIME = Set.of(Instant.class, String.class);

  /** Attributes that are kept in a form and not in an event. */
  private static final Set<String> LEFT = Set.of("marking");

  private final Slot[] slots;
  private final Class<?>[] types;
  private Part id;
  private Part subject;
  private Part sequence;
  private Part time;
  private Part recordedTime;
  private Part actor;
  private Part organisation;
  private Part event;
  private final Recorded<? extends BatonEvent> example;

  private MakingPlan(Slot[] slots, Recorded<? extends BatonEvent> example) {
    this.slots = slots;
    this.types = new Class<?>[slots.length];
    this.example = example;
  }

  /**
   * @param example what the general way read from a document of this form
   * @throws IllegalArgumentException where it is not understood how the slots become the event
   */
  static MakingPlan of(Form form, Recorded<? extends BatonEvent> example) {
    Class<?> type = example.event().getClass();
    // An earlier version is not of the type that was read from it; an unknown one is of none.
    if (!EventTypes.classOf(form.type).filter(type::equals).isPresent())
      throw new IllegalArgumentException("no type of today: " + form.type);
    var plan = new MakingPlan(form.slots(), example);
    plan.id = plan.part(EventId.class, null, example.id(), "id");
    plan.subject = plan.part(String.class, null, example.subject(), "subject");
    plan.part(ReferralId.class, null, example.referral(), "referral");
    plan.sequence = plan.part(long.class, null, example.streamSequence(), "streamsequence");
    plan.time = plan.part(Instant.class, null, example.time(), "time");
    plan.recordedTime = plan.part(Instant.class, null, example.recordedTime(), "recordedtime");
    plan.actor = plan.part(Actor.class, null, example.actor(), "actor");
    plan.organisation =
        plan.part(OrganisationCode.class, null, example.organisation(), "organisation");
    plan.event = plan.made((Record) example.event(), "data");
    plan.requireAllTaken();
    return plan;
  }

  /** Of each slot, the type of the value that stands there; null of one that is passed over. */
  Class<?>[] types() {
    return types;
  }

  /**
   * @param values of the slots
   */
  Recorded<? extends BatonEvent> event(Object[] values, ReferralId referral) {
    return new Recorded<>(
        (EventId) id.of(values),
        example.source(),
        (String) subject.of(values),
        referral,
        (long) sequence.of(values),
        (Instant) time.of(values),
        (Instant) recordedTime.of(values),
        (Actor) actor.of(values),
        (OrganisationCode) organisation.of(values),
        example.causationId(),
        example.correlationId(),
        (BatonEvent) event.of(values));
  }

  private Part part(Class<?> type, Type generic, Object value, String path) {
    var at = new ArrayList<Integer>();
    boolean below = false;
    for (int i = 0; i < slots.length; i++) {
      if (slots[i].kind == Slot.Kind.SKIPPED) continue;
      if (slots[i].place.path().equals(path)) at.add(i);
      below |= slots[i].place.path().startsWith(path + '/');
    }
    if (at.isEmpty() && !below) return new Part.Fixed(value);
    if (at.isEmpty() && value instanceof Record nested && type == nested.getClass())
      return made(nested, path);
    if (!below && type == List.class && value instanceof List<?> list && list.size() == at.size())
      return listed(generic, at);
    if (below || at.size() > 1 || type.getTypeParameters().length > 0 || type == Object.class)
      throw new IllegalArgumentException("no plain value: " + path);
    take(at.getFirst(), type);
    return new Part.OfSlot(at.getFirst());
  }

  private Part listed(Type generic, List<Integer> at) {
    if (!(generic instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> each))
      throw new IllegalArgumentException("no list of plain values");
    for (int slot : at) take(slot, each);
    return new Part.Listed(at);
  }

  private Part made(Record example, String path) {
    RecordComponent[] components = example.getClass().getRecordComponents();
    var types = new Class<?>[components.length];
    var parts = new ArrayList<Part>();
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        Object value = components[i].getAccessor().invoke(example);
        String name = path + '/' + components[i].getName();
        parts.add(part(types[i], components[i].getGenericType(), value, name));
      }
      return Part.Made.of(example.getClass(), types, parts);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalArgumentException(hidden);
    }
  }

  private void take(int slot, Class<?> type) {
    boolean possible =
        switch (slots[slot].kind) {
          case UUID -> OF_UUID.containsKey(type);
          case SELF -> OF_SELF.contains(type);
          case TIME -> OF_TIME.contains(type);
          case COUNT -> type == long.class;
          case TEXT, SCALAR -> true;
          case SKIPPED -> false;
        };
    if (!possible || types[slot] != null)
      throw new IllegalArgumentException("a slot of another kind: " + slots[slot].place);
    types[slot] = type;
  }

  private void requireAllTaken() {
    for (int i = 0; i < slots.length; i++)
      if (types[i] == null
          && slots[i].kind != Slot.Kind.SKIPPED
          && !LEFT.contains(slots[i].place.path()))
        throw new IllegalArgumentException("a member that no event has: " + slots[i].place);
  }
}
