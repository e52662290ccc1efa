package baton.platform.http;

import baton.contract.BatchId;
import baton.contract.EscalationId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;

/**
 * Lets paths and queries be declared in the contract's ids. What is no id is a 404 in a path and a
 * 400 in a query.
 */
@Provider
public class ContractParameters implements ParamConverterProvider {

  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(
          ReferralId.class, ReferralId::of,
          BatchId.class, BatchId::of,
          EscalationId.class, EscalationId::of,
          OrganisationCode.class, OrganisationCode::of,
          PersonId.class, PersonId::of,
          TeamId.class, TeamId::of);

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] on) {
    Function<String, ?> reader = READERS.get(type);
    return reader == null ? null : new Converter<>(type, reader);
  }

  private record Converter<T>(Class<T> type, Function<String, ?> reader)
      implements ParamConverter<T> {
    @Override
    public T fromString(String text) {
      return text == null ? null : type.cast(reader.apply(text));
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}
