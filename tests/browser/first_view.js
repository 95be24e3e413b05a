// The first view as HTML: what the page shows when it opens. What a browser keeps of a control beside its
// attributes is written into these.
const controls = document.querySelectorAll('#app input, #app option');
for (const control of controls) {
    if (control.type === 'range' || control.type === 'text') control.setAttribute('value', control.value);
    control.toggleAttribute('checked', control.checked === true);
    control.toggleAttribute('selected', control.selected === true);
}
return document.getElementById('app').innerHTML + '\n';
