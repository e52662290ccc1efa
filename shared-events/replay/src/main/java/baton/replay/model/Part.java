package baton.replay.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** How a part of an event becomes of the values of its form's slots. */
sealed interface Part {
  Object of(Object[] values);

  /** The same in every event of the form. */
  record Fixed(Object value) implements Part {
    @Override
    public Object of(Object[] values) {
      return value;
    }
  }

  /** What stands in one slot. */
  record OfSlot(int slot) implements Part {
    @Override
    public Object of(Object[] values) {
      return values[slot];
    }
  }

  /** A list of what stands in several slots. */
  record Listed(List<Integer> slots) implements Part {
    @Override
    public Object of(Object[] values) {
      var list = new ArrayList<>(slots.size());
      for (int slot : slots) list.add(values[slot]);
      return list;
    }
  }

  /** A record, made by its constructor. */
  record Made(MethodHandle constructor, List<Part> parts) implements Part {
    static Made of(Class<?> type, Class<?>[] components, List<Part> parts)
        throws ReflectiveOperationException {
      MethodHandle constructor =
          MethodHandles.publicLookup()
              .unreflectConstructor(type.getDeclaredConstructor(components))
              .asType(MethodType.genericMethodType(components.length))
              .asSpreader(Object[].class, components.length);
      return new Made(constructor, parts);
    }

    @Override
    public Object of(Object[] values) {
      var arguments = new Object[parts.size()];
      for (int i = 0; i < arguments.length; i++) arguments[i] = parts.get(i).of(values);
      try {
        return constructor.invokeExact(arguments);
      } catch (RuntimeException | Error refused) {
        throw refused;
      } catch (Throwable impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
