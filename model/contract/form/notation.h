// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "contract/fields/model.h"
#include "contract/form/form.h"
#include "domain/sections.h"

namespace factline::contract {

/// How a form takes a value of type T: `static void describe(FormField&)` fills in all but key and words of
/// explanation. A type without one does not compile: no field of the table can be forgotten.
template<typename T>
struct NotationOf;

template<typename T>
FormField unnamedField() {
    FormField field;
    NotationOf<T>::describe(field);
    return field;
}

template<Structured T>
std::vector<FormField> fieldsOf() {
    std::vector<FormField> fields;
    const auto add = [&]<typename F>(const F& field) {
        using Form = std::conditional_t<std::is_same_v<typename F::FormTag, ByType>, typename F::MemberType,
                                        typename F::FormTag>;
        FormField made = unnamedField<Form>();
        made.key = field.key;
        made.about = field.about;
        made.standard = field.standard;
        made.required = field.required;
        fields.push_back(std::move(made));
    };
    std::apply([&](const auto&... field) { (add(field), ...); }, Fields<T>::table);
    return fields;
}

template<Notation N>
struct PlainNotation {
    static void describe(FormField& field) { field.notation = N; }
};
template<>
struct NotationOf<std::string> : PlainNotation<Notation::Text> {};
template<>
struct NotationOf<Ref> : PlainNotation<Notation::Reference> {};
template<>
struct NotationOf<bool> : PlainNotation<Notation::Flag> {};
template<>
struct NotationOf<std::uint32_t> : PlainNotation<Notation::Whole> {};
template<>
struct NotationOf<Duration> : PlainNotation<Notation::Duration> {};
template<>
struct NotationOf<Rate> : PlainNotation<Notation::Rate> {};
template<>
struct NotationOf<Share> : PlainNotation<Notation::Share> {};
template<>
struct NotationOf<std::chrono::year_month_day> : PlainNotation<Notation::Date> {};
template<>
struct NotationOf<PayloadType> : PlainNotation<Notation::Type> {};
template<>
struct NotationOf<Lag> : PlainNotation<Notation::Lag> {};

template<typename E>
requires std::is_enum_v<E>
struct NotationOf<E> {
    static void describe(FormField& field) {
        field.notation = Notation::Word;
        for (const auto& [value, word] : Words<E>::list)
            field.words.push_back(word);
    }
};
template<>
struct NotationOf<AskWord> {
    static void describe(FormField& field) {
        field.notation = Notation::Word;
        field.words = {"owner"};
    }
};
template<Structured T>
struct NotationOf<T> {
    static void describe(FormField& field) {
        field.notation = Notation::Group;
        field.inside = fieldsOf<T>();
    }
};
template<typename T>
struct NotationOf<std::optional<T>> : NotationOf<T> {};
template<typename T>
struct NotationOf<std::vector<T>> {
    static void describe(FormField& field) {
        field.notation = Notation::List;
        field.inside = {unnamedField<T>()};
        if constexpr (Structured<T>) {
            field.notation = Notation::Rows;
            field.inside = fieldsOf<T>();
        }
    }
};
template<typename T>
struct NotationOf<std::optional<std::vector<T>>> {
    static void describe(FormField& field) {
        NotationOf<std::vector<T>>::describe(field);
        field.declarable = true;
    }
};
template<typename T>
struct NotationOf<std::vector<Shared<T>>> {
    static void describe(FormField& field) {
        field.notation = Notation::Elements;
        field.element = kindOf<T>();
    }
};
template<>
struct NotationOf<ListOrMap> : NotationOf<std::vector<Shared<Subscription>>> {};

/// Tables whose first column is the key that their rows stand under.
template<RowKey Key, typename Value>
struct KeyedRows {
    static void describe(FormField& field) {
        field.notation = Notation::Rows;
        field.rowKey = Key;
        field.inside = {Key == RowKey::Reference ? unnamedField<Ref>() : unnamedField<std::string>()};
        if constexpr (Structured<Value>) {
            for (FormField& column : fieldsOf<Value>())
                field.inside.push_back(std::move(column));
        } else {
            field.inside.push_back(unnamedField<Value>());
        }
    }
};
template<typename V>
struct NotationOf<std::vector<std::pair<std::string, V>>> : KeyedRows<RowKey::Name, V> {};
template<>
struct NotationOf<std::vector<PayloadField>> : KeyedRows<RowKey::Name, PayloadField> {};
template<>
struct NotationOf<std::vector<Relation>> : KeyedRows<RowKey::Name, RelationKind> {};
template<>
struct NotationOf<std::vector<Scenario>> : KeyedRows<RowKey::Name, Scenario> {};
template<>
struct NotationOf<std::vector<Read>> : KeyedRows<RowKey::Reference, Read> {};

} // namespace factline::contract
